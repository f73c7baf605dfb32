package dev.allmende.openstack;

import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.catalog.Dialect;
import dev.allmende.openstack.catalog.Discovery;
import dev.allmende.openstack.catalog.Discovery.Settled;
import dev.allmende.openstack.catalog.Microversion;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.identity.Login;
import dev.allmende.openstack.transport.Request;
import dev.allmende.openstack.transport.Transport;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service found in the catalog; asks for its versions at the first use. Thread-safe. */
final class CatalogService implements Service {

    /** Nova knew only its own header before this one. */
    private static final Microversion COMMON_HEADER = new Microversion(2, 27);

    private final CloudConfig config;
    private final ServiceType type;
    private final String endpoint;
    private final Login login;
    private final Transport transport;
    private final ReentrantLock settling = new ReentrantLock();
    private volatile @Nullable Settled settled;

    CatalogService(CloudConfig config, ServiceType type, String endpoint, Login login, Transport transport) {
        this.config = config;
        this.type = type;
        this.endpoint = endpoint;
        this.login = login;
        this.transport = transport;
    }

    @Override
    public ServiceType type() {
        return type;
    }

    @Override
    public String baseUrl() {
        return settled().url().text();
    }

    @Override
    public Answer send(Call call) {
        var answer = ask(call);
        if (answer.status() < 400) {
            return answer;
        }
        throw refusal(call, answer);
    }

    @Override
    public Answer ask(Call call) {
        var target = uri(call);
        var headers = headers(call);
        return withToken(token -> {
            headers.put("X-Auth-Token", token);
            return transport.send(new Request(call.method(), target, headers, call.body(), call.idempotent()));
        });
    }

    @Override
    public Answer pour(Call call, InputStream data) {
        var target = uri(call);
        var headers = headers(call);
        headers.put("X-Auth-Token", login.token().secret().reveal());
        var answer = transport.pour(new Request(call.method(), target, headers, call.body(), false), data);
        if (answer.status() < 400) {
            return answer;
        }
        throw refusal(call, answer);
    }

    @Override
    public List<Answer> pages(Call first, String collection) {
        return new Pages(config.name(), collection, this::send).follow(first);
    }

    /** One more try with a fresh token when the service refuses the one at hand. */
    private Answer withToken(java.util.function.Function<String, Answer> send) {
        var issued = login.token();
        var answer = send.apply(issued.secret().reveal());
        if (answer.status() != 401) {
            return answer;
        }
        return send.apply(login.insteadOf(issued).secret().reveal());
    }

    private Settled settled() {
        var known = settled;
        if (known != null) {
            return known;
        }
        settling.lock();
        try {
            known = settled;
            if (known == null) {
                known = new Discovery(config, type)
                        .settle(endpoint, login.token().facts().projectId(), this::fetch);
                settled = known;
            }
            return known;
        } finally {
            settling.unlock();
        }
    }

    private Answer fetch(String url) {
        return withToken(token -> transport.send(new Request(
                "GET",
                URI.create(url),
                Map.of("Accept", "application/json", "X-Auth-Token", token),
                new byte[0],
                true)));
    }

    private URI uri(Call call) {
        var base = settled().url();
        var path = call.path();
        var url = path.startsWith("http") || startsWithVersion(path)
                ? base.rebase(path).orElseThrow(() -> elsewhere(call, path))
                : base.text() + path;
        if (!call.query().isEmpty()) {
            url += (url.contains("?") ? "&" : "?")
                    + call.query().entrySet().stream()
                            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                            .collect(Collectors.joining("&"));
        }
        try {
            return URI.create(url);
        } catch (IllegalArgumentException broken) {
            throw new OpenStackException(
                    Kind.GARBLED, "cloud '" + config.name() + "': not a URL: " + call.method() + " " + url, broken);
        }
    }

    /** Glance's {@code next} is a path from the host on, {@code /v2/images?...}, not from the base. */
    private boolean startsWithVersion(String path) {
        return settled()
                .url()
                .version()
                .filter(version -> path.startsWith("/" + version + "/"))
                .isPresent();
    }

    private OpenStackException elsewhere(Call call, String link) {
        return new OpenStackException(
                Kind.GARBLED,
                "cloud '" + config.name() + "': " + call.method() + " " + link + ": service '" + type.type() + "' at "
                        + baseUrl() + " points to another host; the token is not sent there");
    }

    private Map<String, String> headers(Call call) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", "application/json");
        settled().microversion().ifPresent(version -> {
            headers.put("OpenStack-API-Version", Dialect.of(type).name() + " " + version);
            if (type == ServiceType.COMPUTE && version.compareTo(COMMON_HEADER) < 0) {
                headers.put("X-OpenStack-Nova-API-Version", version.toString());
            }
        });
        call.headers().forEach((name, value) -> {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value);
        });
        return headers;
    }

    private OpenStackException refusal(Call call, Answer answer) {
        var said = Fault.message(answer).map(config.credential().secret()::removeFrom);
        var line = "cloud '" + config.name() + "': " + call.method() + " " + answer.uri() + ": " + answer.status()
                + said.map(text -> " " + text).orElse("")
                + answer.requestId().map(id -> " (request id " + id + ")").orElse("")
                + (answer.status() == 401 ? "; the service does not take Keystone's tokens: tell its operator" : "");
        return new OpenStackException(line, answer, said.orElse(""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
