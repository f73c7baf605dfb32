package dev.allmende.openstack.catalog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service's URL cut at its version: {@code http://host/volume} + {@code v3} + {@code /PROJECT}.
 *
 * @param root up to the version, without a trailing slash
 * @param version the path's part such as {@code v2.1}; empty when there is none
 * @param tail after the version, empty or starting with a slash
 */
public record VersionedUrl(String root, Optional<String> version, String tail) {

    private static final Pattern VERSION = Pattern.compile("^(https?://[^/]+(?:/[^/]+)*?)/(v\\d+(?:\\.\\d+)?)(/.*)?$");

    public static VersionedUrl parse(String url) {
        var plain = url;
        while (plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        var match = VERSION.matcher(plain);
        if (!match.matches()) {
            return new VersionedUrl(plain, Optional.empty(), "");
        }
        var tail = match.group(3);
        return new VersionedUrl(match.group(1), Optional.of(match.group(2)), tail == null ? "" : tail);
    }

    /** The version's first number; 0 when there is no version. */
    public int major() {
        return version.map(text -> Integer.parseInt(text.substring(1).split("\\.")[0]))
                .orElse(0);
    }

    /** Root and version: where the version document is. */
    public String versionRoot() {
        return root + version.map(text -> "/" + text).orElse("");
    }

    public String text() {
        return versionRoot() + tail;
    }

    /**
     * A link of the service's own making, brought to this URL's host: services behind a proxy often name an inner one,
     * and a token must not go to a host that the catalog does not name.
     *
     * @param link absolute, or a path on the host
     * @return empty when the link lies elsewhere
     */
    public Optional<String> rebase(String link) {
        var cut = link.indexOf('?');
        var path = cut < 0 ? link : link.substring(0, cut);
        var query = cut < 0 ? "" : link.substring(cut);
        var absolute = path.startsWith("http://") || path.startsWith("https://") ? path : origin() + path;
        var other = parse(absolute);
        if (other.version().isPresent() && version.isPresent() && other.major() == major()) {
            return Optional.of(versionRoot() + other.tail() + query);
        }
        return other.origin().equals(origin()) ? Optional.of(absolute + query) : Optional.empty();
    }

    private String origin() {
        var slash = root.indexOf('/', root.indexOf("//") + 2);
        return slash < 0 ? root : root.substring(0, slash);
    }
}
