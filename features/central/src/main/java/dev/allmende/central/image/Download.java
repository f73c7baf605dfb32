package dev.allmende.central.image;

import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Reads what a tenant points at, for clouds that do not fetch it themselves. The controllers may stand where tenants cannot
 * reach: so they go to no address that is not allowed, neither at once nor by a redirection. The Java runtime keeps what a
 * name was resolved to for half a minute, so it connects to what was looked at.
 *
 * @param client that follows no redirections
 */
record Download(HttpClient client, Predicate<InetAddress> allowed) {

    private static final int MOST_HOPS = 5;
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    static Download ofPublicAddresses() {
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
        return new Download(client, Download::isPublic);
    }

    /** To be closed. */
    InputStream open(String url) {
        var at = URI.create(url);
        for (int hop = 0; hop <= MOST_HOPS; hop++) {
            var answer = get(at);
            if (answer.statusCode() == 200) {
                return answer.body();
            }
            close(answer.body());
            var next = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || next.isEmpty()) {
                throw new OpenStackException(
                        Kind.CONNECTION,
                        "%s answers %d: see that the address is right".formatted(at, answer.statusCode()));
            }
            at = at.resolve(next.get());
        }
        throw new OpenStackException(Kind.REFUSED, "%s redirects more than %d times".formatted(url, MOST_HOPS));
    }

    private HttpResponse<InputStream> get(URI at) {
        check(at);
        try {
            return client.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new OpenStackException(Kind.CONNECTION, "%s cannot be read: %s".formatted(at, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OpenStackException(Kind.CONNECTION, "%s: interrupted".formatted(at), e);
        }
    }

    private void check(URI at) {
        var scheme = Objects.requireNonNullElse(at.getScheme(), "");
        var host = at.getHost();
        if (!(scheme.equals("http") || scheme.equals("https")) || host == null) {
            throw new OpenStackException(Kind.REFUSED, "%s is no address of the web".formatted(at));
        }
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (!allowed.test(address)) {
                    throw new OpenStackException(
                            Kind.REFUSED, "%s is at %s, which is not public".formatted(at, address.getHostAddress()));
                }
            }
        } catch (UnknownHostException e) {
            throw new OpenStackException(Kind.CONNECTION, "%s: the name is unknown".formatted(at), e);
        }
    }

    /** Neither this machine nor a network that is somebody's own (RFC 1918, RFC 3927, RFC 4193, RFC 6598). */
    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        boolean isShared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40;
        boolean isUniqueLocal = bytes.length == 16 && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return !(isShared
                || isUniqueLocal
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress());
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException nothingMoreWasWanted) {
            // the connection is gone, which is what closing is for
        }
    }
}
