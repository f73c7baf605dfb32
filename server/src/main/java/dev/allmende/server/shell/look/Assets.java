package dev.allmende.server.shell.look;

import dev.allmende.apiserver.request.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Style sheet, script and icon. Their address holds a sum of their contents, so that browsers may keep them for good. */
public final class Assets {

    private static final int SUM = 12;
    private static final Map<String, String> TYPES = Map.of(
            "shell.css", "text/css; charset=utf-8",
            "shell.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String version;

    public Assets() {
        try {
            var sum = MessageDigest.getInstance("SHA-256");
            for (var name : TYPES.keySet().stream().sorted().toList()) {
                try (var in = Resources.open(name)) {
                    var bytes = in.readAllBytes();
                    sum.update(bytes);
                    files.put(name, bytes);
                }
            }
            version = HexFormat.of().formatHex(sum.digest()).substring(0, SUM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public String version() {
        return version;
    }

    /** A file, whatever the version asked for: an old page does better with the new one than with none. */
    public Optional<Answer.Whole> answer(String name) {
        var file = files.get(name);
        var type = TYPES.get(name);
        return file == null || type == null
                ? Optional.empty()
                : Optional.of(new Answer.Whole(
                        200,
                        type,
                        file,
                        Map.of(
                                "Cache-Control", "public, max-age=31536000, immutable",
                                "X-Content-Type-Options", "nosniff"),
                        List.of()));
    }
}
