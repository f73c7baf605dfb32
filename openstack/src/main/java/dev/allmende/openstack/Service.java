package dev.allmende.openstack;

import java.io.InputStream;
import java.util.List;

/** One service of one cloud, its versioned base URL and microversion settled. Thread-safe. */
public interface Service {

    ServiceType type();

    /** Versioned base URL without a trailing slash, for example {@code http://host:8774/v2.1}. */
    String baseUrl();

    /**
     * Sends the call with the token and the negotiated microversion, retrying what is transient and may be repeated.
     * Gives back every answer below 400.
     *
     * @throws OpenStackException for an answer of 400 and above, or none
     */
    Answer send(Call call);

    /**
     * Like {@link #send} but gives back whatever the service answered, also 4xx and 5xx (after retries).
     *
     * @throws OpenStackException only when there was no answer at all, or the login was refused
     */
    Answer ask(Call call);

    /**
     * Sends a body that may be too large for memory: once, since it cannot be sent again, and with the token at hand.
     *
     * @param data read to its end, not closed
     * @throws OpenStackException for an answer of 400 and above, or none
     */
    Answer pour(Call call, InputStream data);

    /**
     * Follows the pages of a list: {@code next} and {@code *_links} with rel next, or a marker when a full page came and
     * the service gives no link. Answers come in order, at least one.
     *
     * @param collection name of the JSON array in the answer, for example {@code flavors}
     */
    List<Answer> pages(Call first, String collection);
}
