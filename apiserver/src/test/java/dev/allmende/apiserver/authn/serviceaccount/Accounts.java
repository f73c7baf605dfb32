package dev.allmende.apiserver.authn.serviceaccount;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Service accounts and Secrets that come and go. */
final class Accounts implements ServiceAccounts {

    final Map<String, Found> accounts = new HashMap<>();
    final Map<String, Found> secrets = new HashMap<>();

    static Found uid(String uid) {
        return new Found(uid, Optional.empty());
    }

    @Override
    public Optional<Found> serviceAccount(String namespace, String name) {
        return Optional.ofNullable(accounts.get(namespace + "/" + name));
    }

    @Override
    public Optional<Found> secret(String namespace, String name) {
        return Optional.ofNullable(secrets.get(namespace + "/" + name));
    }
}
