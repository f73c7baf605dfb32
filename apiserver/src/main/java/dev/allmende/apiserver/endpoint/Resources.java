package dev.allmende.apiserver.endpoint;

import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.registry.Asked;
import dev.allmende.apiserver.registry.Catalog;
import dev.allmende.apiserver.registry.Registry;
import dev.allmende.apiserver.registry.Result;
import dev.allmende.apiserver.registry.ServedResource;
import dev.allmende.apiserver.request.Accept;
import dev.allmende.apiserver.request.Accept.Endpoint;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.apiserver.request.BodyReader;
import dev.allmende.apiserver.request.DeleteOptions;
import dev.allmende.apiserver.request.ListOptions;
import dev.allmende.apiserver.request.Query;
import dev.allmende.apiserver.request.WriteOptions;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.Verb;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.table.IncludeObject;
import dev.allmende.apiserver.table.ScaleColumns;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Requests on stored resources: from HTTP's words to the registry's and back. */
final class Resources {

    private static final GroupResource NAMESPACES = new GroupResource("", "namespaces");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Registry registry;
    private final Supplier<Catalog> catalog;
    private final Map<String, Virtual> virtual;
    private final CaughtUp caughtUp;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param virtual by group, resource and, where it is one, subresource: {@code authorization.k8s.io/subjectaccessreviews} */
    Resources(
            Registry registry,
            Supplier<Catalog> catalog,
            Map<String, Virtual> virtual,
            CaughtUp caughtUp,
            InstantSource clock,
            RandomGenerator random) {
        this.registry = registry;
        this.catalog = catalog;
        this.virtual = Map.copyOf(virtual);
        this.caughtUp = caughtUp;
        this.clock = clock;
        this.random = random;
    }

    /** Empty when no such resource is served. */
    Optional<Answer> answer(Call call) {
        var target = call.target();
        var path = target.group() + "/" + target.resource()
                + (target.subresource().isEmpty() ? "" : "/" + target.subresource());
        var asked = virtual.get(path);
        var served = catalog.get().find(target.group(), target.version(), target.resource());
        if (asked != null && target.version().equals("v1")) {
            return Optional.of(ask(asked, call));
        }
        served.filter(resource -> isPlaced(resource, call)).ifPresent(resource -> {
            if (!resource.kind().builtIn() && !hasSubresource(resource, target.subresource())) {
                throw StatusException.notFound(resource.groupResource(), target.name());
            }
        });
        return served.filter(resource -> isPlaced(resource, call) && hasSubresource(resource, target.subresource()))
                .map(resource -> answer(resource, call));
    }

    private static boolean isPlaced(ServedResource resource, Call call) {
        boolean named = !call.target().namespace().isEmpty();
        if (resource.groupResource().equals(NAMESPACES)) {
            return true;
        }
        boolean acrossAll = call.target().name().isEmpty()
                && (!call.target().verb().equals("create") || resource.kind().builtIn());
        return resource.kind().namespaced() ? named || acrossAll : !named;
    }

    private static boolean hasSubresource(ServedResource resource, String subresource) {
        return switch (subresource) {
            case "" -> true;
            case "status" -> resource.kind().statusSubresource();
            case "scale" -> resource.kind().scale().isPresent();
            case "finalize" -> resource.groupResource().equals(NAMESPACES);
            default -> false;
        };
    }

    private Answer answer(ServedResource resource, Call call) {
        refuseUnlessServed(resource, call);
        var answer = switch (call.target().verb()) {
            case "list" -> list(resource, call);
            case "watch" -> watch(resource, call);
            case "deletecollection" -> deleteAll(resource, call);
            default -> one(resource, call);
        };
        var deprecation = resource.rules().deprecation();
        return deprecation.isEmpty() ? answer : warned(answer, deprecation);
    }

    private static Answer warned(Answer answer, String warning) {
        List<String> warnings = new ArrayList<>(List.of(warning));
        warnings.addAll(answer.warnings());
        return switch (answer) {
            case Answer.Whole whole ->
                new Answer.Whole(whole.code(), whole.contentType(), whole.body(), whole.headers(), warnings);
            case Answer.Streamed stream ->
                new Answer.Streamed(stream.code(), stream.contentType(), stream.source(), stream.headers(), warnings);
        };
    }

    private static void refuseUnlessServed(ServedResource resource, Call call) {
        if (!METHODS.contains(call.request().method())
                || (resource.kind().namespaced()
                        && call.target().namespace().isEmpty()
                        && call.target().verb().equals("create"))) {
            throw StatusException.methodNotAllowed();
        }
        var verb = Verb.valueOf(call.target().verb().toUpperCase(Locale.ROOT));
        boolean misplaced = (verb == Verb.CREATE) != call.target().name().isEmpty()
                && (verb == Verb.CREATE || verb == Verb.UPDATE || verb == Verb.PATCH);
        boolean part = !call.target().subresource().isEmpty() && (verb == Verb.DELETE || verb == Verb.CREATE);
        if (part && !resource.kind().builtIn()) {
            throw StatusException.unsupportedVerb(
                    resource.groupResource(), call.target().verb());
        }
        if (misplaced || part || !resource.kind().verbs().contains(verb)) {
            throw StatusException.methodNotAllowed();
        }
    }

    private Answer one(ServedResource resource, Call call) {
        var request = call.request();
        var accept = Accept.negotiate(call.header("Accept"), Endpoint.OBJECT);
        var include = IncludeObject.parse(request.query().text("includeObject"));
        var target = call.target();
        var namespace = resource.kind().namespaced() ? target.namespace() : "";
        var options = writeOptions(call);
        var asked = Asked.of(resource, namespace, target.name(), target.subresource(), call.user(), options);
        Result result = switch (target.verb()) {
            case "get" -> registry.get(asked, request.query().text("resourceVersion"));
            case "create" -> registry.create(asked, body(call));
            case "update" -> registry.replace(asked, body(call));
            case "patch" -> registry.patch(asked, request.body(), call.header("Content-Type"));
            default -> registry.delete(asked, DeleteOptions.of(request));
        };
        if (!target.verb().equals("get")) {
            awaitEffect(resource);
        }
        var shown = target.subresource().equals("scale") ? ScaleColumns.of(resource.kind()) : resource.kind();
        return Single.of(result, shown, accept, include, asked.warnings(), clock.instant());
    }

    private static WriteOptions writeOptions(Call call) {
        var query = call.request().query();
        var headers = call.request().headers();
        return switch (call.target().verb()) {
            case "create" -> WriteOptions.of(query, headers, "CreateOptions", false);
            case "update" -> WriteOptions.of(query, headers, "UpdateOptions", false);
            case "patch" ->
                WriteOptions.of(query, headers, "PatchOptions", Registry.isApply(call.header("Content-Type")));
            default -> WriteOptions.of(Query.NONE, headers, "", false);
        };
    }

    /** Whether objects of the group are served by this server itself, so that what it lacks is answered as a Status. */
    boolean isBuiltIn(String group) {
        return catalog.get().all().stream()
                .map(ServedResource::kind)
                .anyMatch(kind -> kind.builtIn() && kind.groupVersion().group().equals(group));
    }

    /** Whoever has changed a right or a definition finds it in force with the next request. */
    private void awaitEffect(ServedResource resource) {
        var group = resource.groupResource().group();
        if (group.equals("rbac.authorization.k8s.io") || group.equals("apiextensions.k8s.io")) {
            try {
                caughtUp.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static BodyReader.Body body(Call call) {
        return BodyReader.read(call.request().body(), call.header("Content-Type"));
    }

    private Answer list(ServedResource resource, Call call) {
        var accept = Accept.negotiate(call.header("Accept"), Endpoint.LIST);
        var include = IncludeObject.parse(call.request().query().text("includeObject"));
        var options = ListOptions.of(call.request().query(), false);
        var found = registry.list(resource, namespace(resource, call), options);
        return Lists.of(found, resource.kind(), accept, include, clock.instant());
    }

    private Answer watch(ServedResource resource, Call call) {
        var accept = Accept.negotiate(call.header("Accept"), Endpoint.WATCH);
        var include = IncludeObject.parse(call.request().query().text("includeObject"));
        var options = ListOptions.of(call.request().query(), true);
        var format = new Events(resource.kind(), accept, include, clock);
        // clients that name no time must not all come back at once (kube-apiserver: 30 to 60 minutes)
        var duration = options.timeout().orElseGet(() -> Duration.ofSeconds(random.nextLong(1800, 3600)));
        registry.checkWatch(resource, options);
        return new Answer.Streamed(
                200,
                Answer.JSON,
                sink -> registry.watch(resource, namespace(resource, call), options, duration, format, sink),
                Map.of("Cache-Control", "no-cache, private"),
                List.of());
    }

    private Answer deleteAll(ServedResource resource, Call call) {
        var accept = Accept.negotiate(call.header("Accept"), Endpoint.LIST);
        var options = DeleteOptions.of(call.request());
        var selection = ListOptions.of(call.request().query(), false);
        var found = registry.list(resource, namespace(resource, call), selection);
        var write = writeOptions(call);
        for (var object : found.objects()) {
            var metadata = Json.readObject(object).path("metadata");
            var asked = Asked.of(
                    resource,
                    metadata.path("namespace").asText(""),
                    metadata.path("name").asText(""),
                    "",
                    call.user(),
                    write);
            try {
                registry.delete(asked, options);
            } catch (StatusException e) {
                if (e.status().reason() != Reason.NOT_FOUND) {
                    throw e;
                }
            }
        }
        return Lists.of(found, resource.kind(), accept, IncludeObject.METADATA, clock.instant());
    }

    /** The namespace to look in; a path like {@code /namespaces/x} is about the namespace itself. */
    private static String namespace(ServedResource resource, Call call) {
        return resource.kind().namespaced() ? call.target().namespace() : "";
    }

    private static Answer ask(Virtual asked, Call call) {
        if (!call.target().verb().equals("create")) {
            throw StatusException.methodNotAllowed();
        }
        var accept = Accept.negotiate(call.header("Accept"), Endpoint.OBJECT);
        var answer = asked.answer(call, body(call).object());
        return Single.encoded(201, Json.write(answer), accept.encoding(), List.of());
    }
}
