package dev.allmende.apiserver.authn.oidc;

import java.io.IOException;
import java.net.URI;

/** Fetches a document of an issuer. */
public interface Fetch {

    /** @throws IOException for anything but a good answer in good time */
    byte[] fetch(URI address) throws IOException, InterruptedException;
}
