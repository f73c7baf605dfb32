package dev.allmende.status.notice;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/** Says what an HTTP answer means for a message. */
final class Posted {

    private Posted() {}

    static void send(Poster poster, String method, String address, Map<String, String> headers, byte[] body)
            throws NotSent {
        try {
            int code = poster.send(method, new URI(address), headers, body);
            if (code < 200 || code > 299) {
                // RFC 9110 15.5.11: gone for good; all others may be mended
                throw new NotSent("the receiver answered " + code, code == 410);
            }
        } catch (Poster.Refused e) {
            throw new NotSent(String.valueOf(e.getMessage()), true);
        } catch (IOException e) {
            throw new NotSent("the receiver cannot be reached: " + e.getMessage(), false);
        } catch (URISyntaxException e) {
            throw new NotSent("its address is none", true);
        }
    }
}
