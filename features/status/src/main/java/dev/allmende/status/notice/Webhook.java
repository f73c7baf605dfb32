package dev.allmende.status.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * POST of JSON, signed as Standard Webhooks 1.0 has it: HMAC-SHA256 over {@code id.timestamp.body} in
 * {@code webhook-signature}. Sent until the receiver has taken it; who gets one twice knows it by {@code webhook-id}.
 */
public final class Webhook implements Channel {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "whsec_";

    private final Poster poster;
    private final String url;
    private final String key;
    private final String subscriber;
    private final InstantSource clock;

    /**
     * @param key of the signature; after {@code whsec_} in Base64, else its UTF-8
     * @param subscriber identifier, so that two of them at one receiver are told apart
     */
    public Webhook(Poster poster, String url, String key, String subscriber, InstantSource clock) {
        this.poster = poster;
        this.url = url;
        this.key = key;
        this.subscriber = subscriber;
        this.clock = clock;
    }

    @Override
    public void send(Message message) throws NotSent {
        var body = body(message);
        var id = message.id() + "." + subscriber;
        long time = clock.instant().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Allmende");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", String.valueOf(time));
        headers.put("webhook-signature", "v1," + signature(key, id, time, body));
        Posted.send(poster, "POST", url, headers, body);
    }

    private byte[] body(Message message) {
        try {
            return JSON.writeValueAsBytes(message.data());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String signature(String key, String id, long time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    key.startsWith(PREFIX)
                            ? Base64.getDecoder().decode(key.substring(PREFIX.length()))
                            : key.getBytes(StandardCharsets.UTF_8),
                    "HmacSHA256"));
            mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each Java has HmacSHA256", e);
        }
    }
}
