package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.store.Change;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An object's JSON with a gap for the resourceVersion, which only the store's writer knows. So objects are serialised on
 * the thread of their request, and the writer copies bytes.
 */
final class Spliced implements Change.Body {

    /** No client can know it, so the mark cannot stand elsewhere in an object. */
    private static final String TOKEN =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

    private static final byte[] MARK = ("\"resourceVersion\":\"" + TOKEN + "\"").getBytes(StandardCharsets.UTF_8);
    private static final int GAP_IN_MARK = MARK.length - TOKEN.length() - 1;

    private final byte[] json;
    private final int gap;

    private Spliced(byte[] json, int gap) {
        this.json = json;
        this.gap = gap;
    }

    /** Takes the object as it is now; its resourceVersion is left as it was. */
    static Spliced of(ObjectNode object) {
        var metadata = Meta.of(object);
        var before = metadata.get("resourceVersion");
        metadata.put("resourceVersion", TOKEN);
        var json = Json.write(object);
        if (before == null) {
            metadata.remove("resourceVersion");
        } else {
            metadata.set("resourceVersion", before);
        }
        return new Spliced(json, find(json) + GAP_IN_MARK);
    }

    int size() {
        return json.length;
    }

    @Override
    public byte[] at(long resourceVersion) {
        var digits = Long.toString(resourceVersion).getBytes(StandardCharsets.US_ASCII);
        int behind = gap + TOKEN.length();
        var whole = Arrays.copyOf(json, json.length - TOKEN.length() + digits.length);
        System.arraycopy(digits, 0, whole, gap, digits.length);
        System.arraycopy(json, behind, whole, gap + digits.length, json.length - behind);
        return whole;
    }

    private static int find(byte[] json) {
        for (int i = 0; i <= json.length - MARK.length; i++) {
            if (json[i] == '"' && Arrays.equals(json, i, i + MARK.length, MARK, 0, MARK.length)) {
                return i;
            }
        }
        throw new IllegalStateException("the mark of the resourceVersion is not in the object");
    }
}
