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
        int count = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\n' || next == '\r') {
                continue;
            }
            boolean pad = next == '=';
            if (pad ? count % 4 < 2 || padding > 1 : padding > 0 || !isDigit(next)) {
                return at(i);
            }
            padding += pad ? 1 : 0;
            count++;
        }
        return count % 4 == 0 ? Optional.empty() : at(text.length() - count % 4);
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
