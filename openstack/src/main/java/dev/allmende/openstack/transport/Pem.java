package dev.allmende.openstack.transport;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The textual armour of keys and certificates, RFC 7468. */
public final class Pem {

    private Pem() {}

    /** The contents of all blocks with this label, in order. */
    public static List<byte[]> blocks(String text, String label) {
        var blocks = new ArrayList<byte[]>();
        var pattern = Pattern.compile("-----BEGIN " + Pattern.quote(label) + "-----([A-Za-z0-9+/=\\s]+)-----END "
                + Pattern.quote(label) + "-----");
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            blocks.add(Base64.getMimeDecoder().decode(matcher.group(1)));
        }
        return blocks;
    }
}
