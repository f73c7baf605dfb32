package dev.allmende.apiserver.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Texts that are nearly right. */
record Noise(Random random) {

    private static final String SIGNS = " !\"#$%&'()*+,-./0129:;<=>?@AZ[\\]^_`az{|}~\u0000\n\tä\u2028";
    private static final List<String> PIECES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "9223372036854775808",
            "{}",
            "[]",
            "\"\"",
            "metadata",
            "/metadata/name",
            "~1",
            "~0",
            "-");

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    /** Some signs and pieces. */
    String text(int most) {
        var text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            if (oneIn(5)) {
                text.append(one(PIECES));
            } else {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        return text.toString();
    }

    /** The text with a few places changed, left out, repeated or cut off. */
    String spoilt(String text) {
        var spoilt = new StringBuilder(text);
        for (int left = random.nextInt(4); left > 0 && !spoilt.isEmpty(); left--) {
            int at = random.nextInt(spoilt.length());
            switch (random.nextInt(5)) {
                case 0 -> spoilt.deleteCharAt(at);
                case 1 -> spoilt.insert(at, text(3));
                case 2 -> spoilt.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 3 -> spoilt.insert(at, spoilt.substring(at, Math.min(spoilt.length(), at + 12)));
                default -> spoilt.setLength(at);
            }
        }
        return spoilt.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
