package dev.allmende.apiserver.protobuf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All messages of the built-in kinds, read once from the resource files of this package. */
public final class Messages {

    private static final List<String> FILES = List.of(
            "meta",
            "core",
            "events",
            "coordination",
            "rbac",
            "authentication",
            "authorization",
            "autoscaling",
            "apiextensions");

    private final Map<String, Message> byName = new HashMap<>();
    private final Map<String, Message> kinds = new HashMap<>();

    private Messages() {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Set<String>> names = new HashMap<>();
        for (var file : FILES) {
            var text = text(file);
            texts.put(file, text);
            names.put(file, MessageFile.names(text));
        }
        texts.forEach((file, text) -> new MessageFile(file, word -> resolve(names, file, word))
                .read(text)
                .forEach(this::add));
    }

    public static Messages builtIn() {
        return Holder.MESSAGES;
    }

    private void add(Message message) {
        byName.put(message.name(), message);
        if (message.kind()) {
            kinds.put(message.apiVersion() + " " + message.simpleName(), message);
        }
    }

    /** The message of a kind; DeleteOptions are known in every version, as Kubernetes registers them. */
    public Optional<Message> kind(String apiVersion, String kind) {
        return Optional.ofNullable(
                kind.equals("DeleteOptions") ? byName.get("meta.DeleteOptions") : kinds.get(apiVersion + " " + kind));
    }

    /** @param name as {@code core.Secret} */
    public Message named(String name) {
        var message = byName.get(name);
        if (message == null) {
            throw new IllegalArgumentException("no message " + name);
        }
        return message;
    }

    private static String resolve(Map<String, Set<String>> names, String file, String word) {
        for (var candidate : List.of(file, "meta", "core")) {
            if (names.getOrDefault(candidate, Set.of()).contains(word)) {
                return candidate + "." + word;
            }
        }
        throw new IllegalStateException("%s.txt: unknown type %s".formatted(file, word));
    }

    private static String text(String file) {
        try (var in = Messages.class.getResourceAsStream(file + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("resource missing: " + file + ".txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads at first use. */
    private static final class Holder {
        static final Messages MESSAGES = new Messages();
    }
}
