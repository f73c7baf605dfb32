package dev.allmende.apiserver.builtin;

import java.util.Base64;
import java.util.Optional;

/** Bytes as JSON carries them: base64 with padding, line breaks allowed (Go's encoding/base64). */
final class Base64Text {

    private Base64Text() {}

    /** Why this is no base64, in Go's words; empty when it is. */
    static Optional<String> fault(String text) {
        if (isStrict(text)) {
            return Optional.empty();
        }
        int at = 0;
        while (true) {
            int digits = 0;
            while (digits < 4) {
                if (at == text.length()) {
                    return digits == 0 ? Optional.empty() : at(at - digits);
                }
                char next = text.charAt(at++);
                if (isDigit(next)) {
                    digits++;
                } else if (next == '=') {
                    return padding(text, at, digits);
                } else if (!isBreak(next)) {
                    return at(at - 1);
                }
            }
        }
    }

    /** @param after the first padding character, which came after this many digits */
    private static Optional<String> padding(String text, int after, int digits) {
        if (digits < 2) {
            return at(after - 1);
        }
        int at = skipBreaks(text, after);
        if (digits == 2) {
            if (at == text.length() || text.charAt(at) != '=') {
                return at(at == text.length() ? at : at - 1);
            }
            at = skipBreaks(text, at + 1);
        }
        return at < text.length() ? at(at) : Optional.empty();
    }

    private static int skipBreaks(String text, int from) {
        int at = from;
        while (at < text.length() && isBreak(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Without line breaks. */
    static String normal(String text) {
        return isStrict(text) ? text : text.replace("\n", "").replace("\r", "");
    }

    /** Decodes text that has no fault. */
    static byte[] decode(String text) {
        return isStrict(text)
                ? Base64.getDecoder().decode(text)
                : Base64.getMimeDecoder().decode(text);
    }

    /** How many bytes the text stands for. */
    static long length(String text) {
        long digits =
                text.chars().filter(c -> c != '\n' && c != '\r' && c != '=').count();
        return digits * 3 / 4;
    }

    private static boolean isStrict(String text) {
        int length = text.length();
        if (length % 4 != 0) {
            return false;
        }
        int end = text.endsWith("==") ? length - 2 : text.endsWith("=") ? length - 1 : length;
        for (int i = 0; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }

    private static Optional<String> at(int position) {
        return Optional.of("illegal base64 data at input byte " + position);
    }
}
