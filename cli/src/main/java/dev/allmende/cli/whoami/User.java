package dev.allmende.cli.whoami;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.cli.wire.Reply;
import dev.allmende.openstack.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whom a server takes one for (authentication.k8s.io/v1 UserInfo). */
public record User(String name, String uid, List<String> groups, Map<String, List<String>> extra) {

    static User of(JsonNode info) {
        var extra = new TreeMap<String, List<String>>();
        info.path("extra")
                .properties()
                .forEach(entry -> extra.put(Reply.printable(entry.getKey()), texts(entry.getValue())));
        return new User(
                Reply.printable(Json.text(info, "username").orElse("")),
                Reply.printable(Json.text(info, "uid").orElse("")),
                texts(info.path("groups")),
                extra);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(Reply.printable(item.asText())));
        return texts;
    }
}
