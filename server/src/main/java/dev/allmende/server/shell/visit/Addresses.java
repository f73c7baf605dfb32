package dev.allmende.server.shell.visit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where pages are. */
public final class Addresses {

    public static final String ROOT = "/ui";
    public static final String NAMESPACES = ROOT + "/namespaces";
    public static final String CLUSTER = ROOT + "/cluster";
    public static final String SIGN_IN = ROOT + "/sign-in";
    public static final String LIVE = ROOT + "/live";
    public static final String NEW = ROOT + "/new";
    public static final String STATUS = ROOT + "/status";
    public static final String TOPOLOGY = ROOT + "/topology";

    private Addresses() {}

    /** A part of a path. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static String namespace(String name) {
        return NAMESPACES + "/" + part(name);
    }

    /** @param namespace empty for what is in none */
    public static String scope(String namespace) {
        return namespace.isEmpty() ? CLUSTER : namespace(namespace);
    }

    public static String topology(String namespace) {
        return TOPOLOGY + "/" + part(namespace);
    }

    public static String signIn(String from) {
        return SIGN_IN + "?return=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
    }
}
