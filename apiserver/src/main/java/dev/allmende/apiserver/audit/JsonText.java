package dev.allmende.apiserver.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Bytes that grow while JSON is written into them. By hand, since thousands of events a second have the same shape. */
final class JsonText {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;
    private long lastSecond = Long.MIN_VALUE;
    private byte[] lastSecondText = new byte[0];

    JsonText(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** Takes back what was written after this length. */
    void cut(int to) {
        length = to;
    }

    /** JSON as it is; ASCII only. */
    JsonText raw(String text) {
        int size = text.length();
        reserve(size);
        for (int i = 0; i < size; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    /** JSON as it is, in one line. */
    JsonText raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    JsonText number(long number) {
        return raw(Long.toString(number));
    }

    /** A text in quotes. */
    JsonText text(String text) {
        int size = text.length();
        reserve(size * 6 + 2);
        bytes[length++] = '"';
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += wide(text, i, c);
            } else if (c == '"' || c == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = (byte) c;
            } else if (c < ' ' || c == 0x7f) {
                escape(c);
            } else {
                bytes[length++] = (byte) c;
            }
        }
        bytes[length++] = '"';
        return this;
    }

    /** Writes a character beyond ASCII. @return how many further chars it took */
    private int wide(String text, int i, char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3f));
            return 0;
        }
        if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
            int point = Character.toCodePoint(c, text.charAt(i + 1));
            bytes[length++] = (byte) (0xf0 | (point >> 18));
            bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
            bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
            bytes[length++] = (byte) (0x80 | (point & 0x3f));
            return 1;
        }
        if (Character.isSurrogate(c)) {
            escape((char) 0xfffd);
            return 0;
        }
        bytes[length++] = (byte) (0xe0 | (c >> 12));
        bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        bytes[length++] = (byte) (0x80 | (c & 0x3f));
        return 0;
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(c >> shift) & 0xf];
        }
    }

    /** {@code "2026-01-01T00:00:00.123456Z"}. */
    JsonText time(Instant time) {
        long second = time.getEpochSecond();
        if (second != lastSecond) {
            lastSecond = second;
            lastSecondText = secondText(second);
        }
        reserve(lastSecondText.length + 12);
        bytes[length++] = '"';
        System.arraycopy(lastSecondText, 0, bytes, length, lastSecondText.length);
        length += lastSecondText.length;
        bytes[length++] = '.';
        int micros = time.getNano() / 1000;
        for (int digit = 100_000; digit > 0; digit /= 10) {
            bytes[length++] = (byte) ('0' + micros / digit % 10);
        }
        bytes[length++] = 'Z';
        bytes[length++] = '"';
        return this;
    }

    private static byte[] secondText(long second) {
        var time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        return "%04d-%02d-%02dT%02d:%02d:%02d"
                .formatted(
                        time.getYear(),
                        time.getMonthValue(),
                        time.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
