package dev.allmende.apiserver.authn;

/** Who it is that asks, as far as the credentials say. */
public sealed interface Authentication {

    /** Somebody, with the group {@code system:authenticated}. */
    record Authenticated(User user) implements Authentication {}

    /** Nobody: there were no credentials. {@link User#ANONYMOUS} may then be asked about. */
    record Anonymous() implements Authentication {}

    /**
     * There were credentials, and they are worth nothing. The client is told 401 {@code Unauthorized} and nothing else.
     *
     * @param reason for our own log; holds no secret
     */
    record Rejected(String reason) implements Authentication {}
}
