package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.authn.Authentication.Anonymous;
import dev.allmende.apiserver.authn.Authentication.Authenticated;
import dev.allmende.apiserver.authn.Authentication.Rejected;
import dev.allmende.apiserver.authn.Credentials;
import dev.allmende.apiserver.authn.Impersonation;
import dev.allmende.apiserver.authn.Login;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authz.Attributes;
import dev.allmende.apiserver.authz.Authorizer;
import dev.allmende.apiserver.authz.Forbidden;
import dev.allmende.apiserver.limit.Priority;
import dev.allmende.apiserver.request.Accept;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.ApiRequest;
import dev.allmende.apiserver.request.Target;
import dev.allmende.apiserver.request.Target.OfPath;
import dev.allmende.apiserver.request.Target.OfResource;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.Status;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The way of every request: who asks, may they, is there room, what is it about. Whatever goes wrong is an answer too. */
final class Front implements Entrance {

    private final Login login;
    private final Authorizer authorizer;
    private final Priority priority;
    private final Resources resources;
    private final Documents documents;
    private final Observer observer;

    Front(
            Login login,
            Authorizer authorizer,
            Priority priority,
            Resources resources,
            Documents documents,
            Observer observer) {
        this.login = login;
        this.authorizer = authorizer;
        this.priority = priority;
        this.resources = resources;
        this.documents = documents;
        this.observer = observer;
    }

    @Override
    public Answer handle(ApiRequest request) {
        return handle(request, this::identify);
    }

    @Override
    public Answer answer(User user, ApiRequest request) {
        return handle(request, any -> user);
    }

    private Answer handle(ApiRequest request, Function<ApiRequest, User> identity) {
        var target = Target.of(request);
        var observation = observer.begin(request, target);
        Answer answer;
        try {
            answer = answer(request, target, observation, identity);
        } catch (StatusException e) {
            answer = failure(request, e.status());
        } catch (StoreUnavailable e) {
            answer = failure(request, problem(Reason.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer = failure(request, problem(Reason.SERVICE_UNAVAILABLE, "the server is stopping"));
        } catch (RuntimeException | StackOverflowError e) {
            observation.failed(e);
            answer = failure(
                    request,
                    problem(
                            Reason.INTERNAL_ERROR,
                            "Internal error occurred: see the server's log, request " + observation.id()));
        }
        return observation.answered(answer);
    }

    private Answer answer(
            ApiRequest request, Target target, Observer.Observation observation, Function<ApiRequest, User> identity)
            throws InterruptedException {
        var asker = identity.apply(request);
        observation.by(asker);
        var wish = Impersonation.of(headers(request));
        var user = asker;
        if (wish.isPresent()) {
            user = wish.get().authorized(asker, authorizer);
            observation.as(user);
        }
        var attributes = attributes(user, target, request);
        var decision = authorizer.decide(attributes);
        observation.decided(decision);
        if (!decision.allowed()) {
            throw Forbidden.answer(attributes, decision);
        }
        var place = priority.enter(user, target);
        try {
            return route(request, target, user);
        } finally {
            place.close();
        }
    }

    private User identify(ApiRequest request) {
        var credentials = Credentials.of(emptyToNull(request.headers().text("Authorization")), request.certificates());
        return switch (login.authenticate(credentials)) {
            case Authenticated authenticated -> authenticated.user();
            case Anonymous _ -> User.ANONYMOUS;
            case Rejected _ -> throw StatusException.of(Reason.UNAUTHORIZED, "Unauthorized");
        };
    }

    private Answer route(ApiRequest request, Target target, User user) throws InterruptedException {
        var found = switch (target) {
            case OfResource resource -> resources.answer(new Call(request, resource, user));
            case OfPath _ -> documents.answer(request);
        };
        return found.orElseGet(() -> absent(target, request.path()));
    }

    /** Under the built-in groups what is missing is told as a Status, elsewhere as text, as kube-apiserver does. */
    private Answer absent(Target target, String path) {
        var parts = path.split("/", -1);
        var group = switch (target) {
            case OfResource resource -> resource.group();
            case OfPath _ -> path.startsWith("/apis/") && parts.length > 3 ? parts[2] : "";
        };
        boolean core = group.isEmpty() && path.startsWith("/api/");
        if (core || (!group.isEmpty() && resources.isBuiltIn(group))) {
            throw StatusException.noResource();
        }
        return Answer.text(404, "404 page not found\n");
    }

    private static Attributes attributes(User user, Target target, ApiRequest request) {
        if (target instanceof OfResource of && of.isCollection()) {
            var name = Target.nameInSelector(of.verb(), request.query());
            return attributes(
                    user,
                    new OfResource(
                            of.verb(),
                            of.group(),
                            of.version(),
                            of.namespace(),
                            of.resource(),
                            of.subresource(),
                            name));
        }
        return attributes(user, target);
    }

    static Attributes attributes(User user, Target target) {
        return switch (target) {
            case OfResource of ->
                new Attributes.OfResource(
                        user,
                        of.verb(),
                        of.group(),
                        of.version(),
                        of.resource(),
                        of.subresource(),
                        of.namespace(),
                        of.name());
            case OfPath of -> new Attributes.OfPath(user, of.verb(), of.path());
        };
    }

    private static List<Map.Entry<String, String>> headers(ApiRequest request) {
        List<Map.Entry<String, String>> impersonation = new ArrayList<>(0);
        request.headers().fields().forEach((name, values) -> {
            if (name.startsWith("impersonate-")) {
                values.forEach(value -> impersonation.add(Map.entry(name, value)));
            }
        });
        return impersonation;
    }

    private static Answer failure(ApiRequest request, Status status) {
        var answer = Answer.of(status);
        var encoding = Accept.forFailure(request.headers().text("Accept"));
        return encoding == Accept.Encoding.YAML
                ? Single.encoded(answer.code(), answer.body(), encoding, List.of())
                : answer;
    }

    private static Status problem(Reason reason, String message) {
        return new Status(reason.code(), reason, message, Status.Details.NONE);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
