package dev.allmende.e2e.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests beside the point, and some that are nearly right. */
final class Nonsense {

    private static final List<String> WORDS = List.of(
            "phases",
            "impacttypes",
            "severities",
            "components",
            "incidents",
            "updates",
            "0",
            "-1",
            "99999999999",
            "a/b",
            "",
            "..",
            "broken",
            "\u0000",
            "\uD83D\uDE00",
            "1-1-1-1-1",
            "%zz");
    private static final List<String> QUERIES = List.of("start", "end", "at", "limit", "cursor", "generation", "x");
    private static final List<String> VALUES = List.of(
            "2026-11-26T12:00:00Z",
            "2026-11-26T12:00:00 01:00",
            "+999999999-01-01T00:00:00Z",
            "",
            "null",
            "0",
            "-5",
            "1",
            "2147483648",
            "2026-02-30T00:00:00Z",
            "0000-01-01T00:00:00+18:00",
            "9999-12-31T23:59:60Z");
    private static final List<String> FIELDS = List.of(
            "id",
            "order",
            "displayName",
            "description",
            "value",
            "labels",
            "phases",
            "phase",
            "generation",
            "beganAt",
            "endedAt",
            "createdAt",
            "affects",
            "type",
            "reference",
            "severity",
            "~",
            "a/b");

    /** Names with values, beside the point or not. */
    private static final List<List<String>> HEADERS = List.of(
            List.of("Content-Type", "text/plain"),
            List.of("Content-Type", "application/json; charset=latin1"),
            List.of("Content-Type", ";"),
            List.of("Accept", "text/html"),
            List.of("Accept-Encoding", "gzip;q=oh, br, ,"),
            List.of("If-None-Match", "*"),
            List.of("If-None-Match", "\"\", W/, \""),
            List.of("Origin", "null"),
            List.of("Cookie", "__Host-allmende-session=nonsense; =; ;"),
            List.of("Range", "bytes=9-1"),
            List.of("Authorization", "Bearer "),
            List.of("Authorization", "Bearer a.b.c"),
            List.of("Authorization", "Basic \u00e4"),
            List.of("X-Long", "x".repeat(5000)));

    private final Random random;
    private final List<String> known;

    Nonsense(Random random, List<String> known) {
        this.random = random;
        this.known = known;
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean often() {
        return random.nextInt(3) > 0;
    }

    String method() {
        return one(List.of("GET", "GET", "HEAD", "POST", "PATCH", "PATCH", "DELETE", "PUT", "OPTIONS", "BREW"));
    }

    String path() {
        var path = new StringBuilder("/").append(often() ? one(WORDS.subList(0, 5)) : one(WORDS));
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append('/').append(often() ? one(known) : one(WORDS));
        }
        return path + "?"
                + IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> one(QUERIES) + "=" + (often() ? one(VALUES) : one(known)))
                        .collect(Collectors.joining("&"));
    }

    /** Mostly right ones. */
    Map<String, String> headers(Map<String, String> right) {
        var headers = new HashMap<>(right);
        if (!often()) {
            var header = HEADERS.get(random.nextInt(HEADERS.size()));
            headers.put(header.getFirst(), header.getLast());
        }
        return headers;
    }

    String body() {
        return switch (random.nextInt(12)) {
            case 0 -> "";
            case 1 -> "{";
            case 2 -> "[".repeat(5000);
            case 3 -> "{\"displayName\": \"a\", \"displayName\": \"b\"}";
            case 4 -> value(3);
            default -> object(3);
        };
    }

    private String object(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> "\"%s\": %s"
                        .formatted(FIELDS.get((random.nextInt(FIELDS.size()) + i) % FIELDS.size()), value(depth - 1)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String value(int depth) {
        return switch (depth <= 0 ? random.nextInt(9) : random.nextInt(12)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> Integer.toString(random.nextInt(200) - 50);
            case 3 -> "1e400";
            case 4 -> "\"" + one(VALUES) + "\"";
            case 5 -> "\"" + one(known) + "\"";
            case 6 -> "\"" + "\\ud800\\u0000".repeat(random.nextInt(3)) + "\"";
            case 7 -> "\"" + "long ".repeat(random.nextInt(100)) + "\"";
            case 8 -> "123456789012345678901234567890.5";
            case 9 -> "[" + value(depth - 1) + ", " + object(depth - 1) + "]";
            default -> object(depth);
        };
    }
}
