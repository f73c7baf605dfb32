package dev.allmende.openstack.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** One configuration file as nested maps. */
record ConfigFile(Path path, Map<String, Object> content) {

    /** The first of the files that is there and may be read, as openstacksdk picks it. */
    static Optional<ConfigFile> firstOf(List<Path> candidates) {
        for (var path : candidates) {
            if (!Files.exists(path)) {
                continue;
            }
            try {
                return Optional.of(new ConfigFile(path, parse(path, Files.readString(path))));
            } catch (AccessDeniedException notOurs) {
                // openstacksdk passes over files it may not read.
            } catch (IOException unreadable) {
                throw new ConfigException(path + ": cannot be read: " + unreadable.getMessage(), unreadable);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Object> parse(Path path, String text) {
        var tree = path.toString().endsWith("json") ? json(path, text) : yaml(path, text);
        if (tree == null) {
            return new LinkedHashMap<>();
        }
        if (tree instanceof Map<?, ?> map) {
            return withTextKeys(map);
        }
        throw new ConfigException(path + ": line 1, column 1: must be a mapping that starts with 'clouds:', is a "
                + (tree instanceof List ? "list" : "single value"));
    }

    private static @Nullable Object yaml(Path path, String text) {
        var options = new LoaderOptions();
        // PyYAML takes the last of two equal keys without a word; a file that works there must work here.
        options.setAllowDuplicateKeys(true);
        options.setWarnOnDuplicateKeys(false);
        options.setCodePointLimit(16 << 20);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            var place =
                    mark == null ? "" : "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ";
            throw new ConfigException(path + ": " + place + "not valid YAML: " + oneLine(broken.getProblem()), broken);
        } catch (YAMLException broken) {
            throw new ConfigException(path + ": not valid YAML: " + oneLine(broken.getMessage()), broken);
        }
    }

    private static @Nullable Object json(Path path, String text) {
        try {
            return new ObjectMapper().readValue(text, Object.class);
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw new ConfigException(
                    path + ": line " + at.getLineNr() + ", column " + at.getColumnNr() + ": not valid JSON: "
                            + oneLine(broken.getOriginalMessage()),
                    broken);
        }
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "cannot be parsed" : message.strip().replaceAll("\\s+", " ");
    }

    /** Keys such as {@code 2:} or {@code on:} are no text in YAML; they never mean anything in these files. */
    static Map<String, Object> withTextKeys(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), value instanceof Map<?, ?> inner ? withTextKeys(inner) : value);
            }
        });
        return copy;
    }
}
