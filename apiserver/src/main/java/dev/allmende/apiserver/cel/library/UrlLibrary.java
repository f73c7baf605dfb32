package dev.allmende.apiserver.cel.library;

import static dev.allmende.apiserver.cel.library.Kind.STRING;

import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;

/** {@code url('https://example.com/').getHost()}. */
final class UrlLibrary {

    private static final Kind<UrlParts> URL = Kind.opaque("kubernetes.URL", UrlParts.class);

    private UrlLibrary() {}

    static void addTo(Functions f) {
        f.global("url", "string_to_url", URL.type(), STRING, UrlParts::parse);
        f.global("isURL", "is_url_string", SimpleType.BOOL, STRING, UrlParts::isUrl);
        f.member("getScheme", "url_get_scheme", SimpleType.STRING, URL, UrlParts::scheme);
        f.member("getHost", "url_get_host", SimpleType.STRING, URL, UrlParts::host);
        f.member("getHostname", "url_get_hostname", SimpleType.STRING, URL, UrlParts::hostname);
        f.member("getPort", "url_get_port", SimpleType.STRING, URL, UrlParts::port);
        f.member("getEscapedPath", "url_get_escaped_path", SimpleType.STRING, URL, UrlParts::escapedPath);
        f.member(
                "getQuery",
                "url_get_query",
                MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)),
                URL,
                UrlParts::query);
    }
}
