package dev.allmende.devcloud.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Caller;
import dev.allmende.devcloud.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens that are valid. */
public final class Tokens {
    /** A token: who it speaks for, and the body that Keystone shows for it. */
    record Token(String id, Caller caller, ObjectNode body, Instant expires) {}

    private final Map<String, Token> tokens = new HashMap<>();
    private final World world;
    private final Duration lifetime;

    Tokens(World world, Duration lifetime) {
        this.world = world;
        this.lifetime = lifetime;
    }

    Instant expiry() {
        return world.now().plus(lifetime);
    }

    Token add(Caller caller, ObjectNode body, Instant expires) {
        Token token = new Token("gAAAAAB" + world.ids().hex() + world.ids().hex(), caller, body, expires);
        tokens.put(token.id(), token);
        return token;
    }

    Optional<Token> find(String id) {
        return Optional.ofNullable(tokens.get(id)).filter(t -> t.expires().isAfter(world.now()));
    }

    public Optional<Caller> caller(String id) {
        return find(id).map(Token::caller);
    }

    void revoke(String id) {
        tokens.remove(id);
    }

    /** Makes all tokens invalid, as after a rotation of Keystone's keys. */
    public void revokeAll() {
        tokens.clear();
    }
}
