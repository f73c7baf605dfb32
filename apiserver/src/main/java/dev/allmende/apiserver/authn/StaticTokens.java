package dev.allmende.apiserver.authn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens from a file of comma-separated lines {@code token,user,uid,"group1,group2"}, the groups optional (Kubernetes'
 * {@code --token-auth-file}). Kept as digests, which also makes finding one take no longer the more of it is guessed.
 */
public final class StaticTokens implements TokenAuthenticator {

    private final Map<ByteBuffer, User> users;

    private StaticTokens(Map<ByteBuffer, User> users) {
        this.users = Map.copyOf(users);
    }

    /** @throws IllegalArgumentException naming file and line, never what is in it */
    public static StaticTokens read(Path file) throws IOException {
        var users = new HashMap<ByteBuffer, User>();
        int number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var fields = fields(line);
            if (fields.size() < 3
                    || fields.getFirst().isEmpty()
                    || fields.get(1).isEmpty()) {
                throw new IllegalArgumentException(
                        "%s line %d: expected token,user,uid and optionally \"group1,group2\"".formatted(file, number));
            }
            if (users.put(key(fields.getFirst()), user(fields)) != null) {
                throw new IllegalArgumentException(
                        "%s line %d: this token stands on an earlier line; remove one".formatted(file, number));
            }
        }
        return new StaticTokens(users);
    }

    public static StaticTokens of(Map<String, User> byToken) {
        var users = new HashMap<ByteBuffer, User>();
        byToken.forEach((token, user) -> users.put(key(token), user));
        return new StaticTokens(users);
    }

    private static User user(List<String> fields) {
        var groups = new ArrayList<String>();
        if (fields.size() > 3) {
            for (var group : fields.get(3).split(",", -1)) {
                if (!group.isBlank()) {
                    groups.add(group.strip());
                }
            }
        }
        return new User(fields.get(1), fields.get(2), groups, Map.of());
    }

    /** One line of comma-separated values; a field in double quotes may hold commas, and quotes doubled. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    private static ByteBuffer key(String token) {
        return ByteBuffer.wrap(TokenCache.digest(token));
    }

    @Override
    public Verdict judge(String token, List<String> audiences) {
        var user = users.get(key(token));
        return user == null ? Unknown.VERDICT : new Known(user, List.of(), Instant.MAX, Bond.NONE);
    }
}
