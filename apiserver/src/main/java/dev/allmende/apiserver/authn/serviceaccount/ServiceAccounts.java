package dev.allmende.apiserver.authn.serviceaccount;

import java.time.Instant;
import java.util.Optional;

/** Looks up what tokens are bound to. Asked for every request with such a token: must be quick. */
public interface ServiceAccounts {

    Optional<Found> serviceAccount(String namespace, String name);

    Optional<Found> secret(String namespace, String name);

    /** @param deletionTimestamp when the object has been told to go and has not gone yet */
    record Found(String uid, Optional<Instant> deletionTimestamp) {}
}
