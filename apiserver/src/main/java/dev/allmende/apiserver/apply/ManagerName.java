package dev.allmende.apiserver.apply;

import dev.allmende.apiserver.json.Quoted;

/** The name that fields are owned under when the request gives none (apiserver handlers/create.go, prefixFromUserAgent). */
public final class ManagerName {

    private static final int MAX_BYTES = 128;

    private ManagerName() {}

    /** @param fieldManager the query parameter, or empty */
    public static String of(String fieldManager, String userAgent) {
        return fieldManager.isEmpty() ? fromUserAgent(userAgent) : fieldManager;
    }

    /** What stands before the first slash, without what cannot be printed, at most 128 bytes. */
    static String fromUserAgent(String userAgent) {
        var slash = userAgent.indexOf('/');
        var prefix = slash < 0 ? userAgent : userAgent.substring(0, slash);
        var name = new StringBuilder();
        var bytes = 0;
        for (var code : prefix.codePoints().filter(Quoted::isPrintable).toArray()) {
            bytes += utf8Length(code);
            if (bytes > MAX_BYTES) {
                break;
            }
            name.appendCodePoint(code);
        }
        return name.toString();
    }

    private static int utf8Length(int code) {
        return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }
}
