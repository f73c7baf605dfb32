package dev.allmende.conformance.run;

import dev.allmende.openstack.Answer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Service;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.identity.Token;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A cloud whose answers a test decides, one function for all calls. */
public class FakeCloud implements Cloud {

    /** Decides an answer. */
    public interface Answers {
        Answer answer(ServiceType service, Call call);
    }

    private final Answers answers;
    private List<String> roles = List.of("member", "reader");
    final AtomicInteger calls = new AtomicInteger();

    public FakeCloud(Answers answers) {
        this.answers = answers;
    }

    /** This cloud, logged in with other roles. */
    public FakeCloud roles(String... names) {
        this.roles = List.of(names);
        return this;
    }

    public static Answer json(int status, String body) {
        return new Answer(
                URI.create("http://127.0.0.1:1/fake"),
                status,
                Map.of("content-type", List.of("application/json"), "date", List.of("today")),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ofMillis(1));
    }

    @Override
    public Answer getWithoutToken(URI url, Map<String, String> headers) {
        return answers.answer(ServiceType.S3, new Call("GET", url.toString(), Map.of(), headers, new byte[0]));
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public String region() {
        return "RegionOne";
    }

    @Override
    public String authUrl() {
        return "http://127.0.0.1:1/v3";
    }

    @Override
    public Token token() {
        return new Token(
                "u1",
                "demo",
                "default",
                Optional.of("p1"),
                Optional.of("demo"),
                Optional.empty(),
                false,
                roles,
                List.of(),
                Optional.empty());
    }

    @Override
    public Service service(ServiceType type) {
        return new Service() {
            @Override
            public ServiceType type() {
                return type;
            }

            @Override
            public String baseUrl() {
                return "http://127.0.0.1:1/" + type.type();
            }

            @Override
            public Answer send(Call call) {
                var answer = ask(call);
                if (answer.status() >= 400) {
                    throw refusal(call, answer.status());
                }
                return answer;
            }

            @Override
            public Answer ask(Call call) {
                calls.incrementAndGet();
                return answers.answer(type, call);
            }

            @Override
            public Answer pour(Call call, InputStream data) {
                throw new UnsupportedOperationException("a check sends nothing large");
            }

            @Override
            public List<Answer> pages(Call first, String collection) {
                return List.of(send(first));
            }
        };
    }

    private static OpenStackException refusal(Call call, int status) {
        var kind = switch (status) {
            case 403 -> OpenStackException.Kind.FORBIDDEN;
            case 404 -> OpenStackException.Kind.NOT_FOUND;
            case 409 -> OpenStackException.Kind.CONFLICT;
            case 413 -> OpenStackException.Kind.QUOTA;
            case 503 -> OpenStackException.Kind.UNAVAILABLE;
            default -> OpenStackException.Kind.REFUSED;
        };
        return new OpenStackException(
                kind, call.method() + " " + call.path() + ": " + status, status, Optional.empty(), Optional.empty());
    }

    @Override
    public void close() {}
}
