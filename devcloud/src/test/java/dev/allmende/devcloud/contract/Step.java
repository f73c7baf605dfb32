package dev.allmende.devcloud.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request of the script. {@code ${name}} in path, body and headers is a value saved by an earlier step.
 *
 * @param service catalog type; the path follows its URL without the version
 * @param until the step is repeated until this is so; only the last answer counts
 */
record Step(
        String name,
        Who who,
        String service,
        String method,
        String path,
        String body,
        Map<String, String> headers,
        List<Save> saves,
        Optional<Until> until) {

    /** Whose token is sent. */
    enum Who {
        MEMBER,
        ADMIN,
        MANAGER,
        NOBODY,
        STRANGER
    }

    /**
     * Keeps a value of the answer.
     *
     * @param pointer JSON pointer; with {@code where} it names a list, and the element whose field has the value is meant
     */
    record Save(String variable, String pointer, String where, String is, String field) {}

    /** Until the pointer has one of these values, or the status is this one. */
    record Until(String pointer, List<String> values, int status) {}

    static Step of(Who who, String service, String method, String path) {
        return new Step(
                service + " " + method + " " + path + " as " + who,
                who,
                service,
                method,
                path,
                "",
                Map.of(),
                List.of(),
                Optional.empty());
    }

    Step named(String label) {
        return new Step(name + ": " + label, who, service, method, path, body, headers, saves, until);
    }

    Step body(String json) {
        return new Step(name, who, service, method, path, json.replace('\'', '"'), headers, saves, until);
    }

    Step header(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Step(
                name + " (" + header + ": " + value + ")", who, service, method, path, body, more, saves, until);
    }

    Step save(String variable, String pointer) {
        return save(new Save(variable, pointer, "", "", ""));
    }

    Step saveWhere(String variable, String list, String where, String is, String field) {
        return save(new Save(variable, list, where, is, field));
    }

    private Step save(Save save) {
        List<Save> more = new ArrayList<>(saves);
        more.add(save);
        return new Step(name, who, service, method, path, body, headers, more, until);
    }

    Step until(String pointer, String... values) {
        return new Step(
                name,
                who,
                service,
                method,
                path,
                body,
                headers,
                saves,
                Optional.of(new Until(pointer, List.of(values), 0)));
    }

    Step untilStatus(int status) {
        return new Step(
                name, who, service, method, path, body, headers, saves, Optional.of(new Until("", List.of(), status)));
    }
}
