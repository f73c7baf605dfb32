package dev.allmende.openstack.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Answer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.Service;
import dev.allmende.openstack.Trouble;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The resources of one kind in one project of one cloud. Each call is one request (lists: one per page), and throws
 * {@link OpenStackException}, whose {@link OpenStackException#trouble() trouble} says what helps. Thread-safe.
 */
public final class Resources<W extends Wanted<W>, T extends Resource> {

    private final Cloud cloud;
    private final Kind<W, T> kind;

    public Resources(Cloud cloud, Kind<W, T> kind) {
        this.cloud = cloud;
        this.kind = kind;
    }

    public Kind<W, T> kind() {
        return kind;
    }

    /** The wish with the owner's mark where this kind carries it. */
    public W marked(W wanted, Mark mark) {
        return wanted.with(mark.in(wanted.fields(), kind.place()));
    }

    /** Not repeated when the answer is lost: look with {@link #owned} before asking again. */
    public T create(W wanted) {
        return read(service().send(Call.post(kind.path(), body(wanted))));
    }

    /** Those that carry the mark: one, or none; more only if somebody copied it. */
    public List<T> owned(Mark mark) {
        return list(mark.filter(kind.place())).stream()
                .filter(resource -> mark.isOn(resource, kind.place()))
                .toList();
    }

    /** Empty when it does not exist, or belongs to a project that this login does not see. */
    public Optional<T> find(String id) {
        try {
            return Optional.of(read(service().send(Call.get(path(id)))));
        } catch (OpenStackException missing) {
            if (missing.trouble() == Trouble.NOT_FOUND) {
                return Optional.empty();
            }
            throw missing;
        }
    }

    /** All pages, with all fields. */
    public List<T> list(Filter filter) {
        var found = new ArrayList<T>();
        for (var page : service().pages(filter.on(Call.get(kind.list())), kind.many())) {
            tree(page).path(kind.many()).forEach(each -> found.add(kind.read().apply(each)));
        }
        return List.copyOf(found);
    }

    /** The part of the wish that the cloud does not have yet; empty when it has all. */
    public Optional<W> missing(W wanted, T resource) {
        var names = Difference.between(wanted, resource).stream()
                .map(Difference::field)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(wanted.with(wanted.fields().only(names)));
    }

    public T update(String id, W changes) {
        return read(service().send(change(id, changes)));
    }

    /**
     * As {@link #update}, but refused with a conflict when somebody else changed the resource since it was read; Neutron
     * only (412 RevisionNumberConstraintFailed).
     */
    public T update(T resource, W changes) {
        var revision = resource.json().path("revision_number");
        var call = change(resource.id(), changes);
        return read(service()
                .send(revision.isNumber() ? call.header("If-Match", "revision_number=" + revision.asInt()) : call));
    }

    public Removal delete(String id) {
        return delete(id, Filter.ALL);
    }

    /** @param options of the service, for example {@code cascade} */
    public Removal delete(String id, Filter options) {
        try {
            service().send(options.on(Call.delete(path(id))));
            return Removal.ASKED;
        } catch (OpenStackException missing) {
            if (missing.trouble() == Trouble.NOT_FOUND) {
                return Removal.GONE;
            }
            throw missing;
        }
    }

    /** Replaces all tags (Neutron, Nova, Keystone's projects). */
    public void tag(String id, List<String> tags) {
        service()
                .send(Call.put(
                        path(id) + "/tags",
                        Json.bytes(Fields.NONE.texts("tags", tags).json())));
    }

    /** An action of a resource as Nova and Cinder know them; gives back what the service answered. */
    public Answer act(String id, Fields action) {
        return service().send(Call.post(path(id) + "/action", Json.bytes(action.json())));
    }

    public Service service() {
        return cloud.service(kind.service());
    }

    /** Path of one resource. */
    public String path(String id) {
        return kind.path() + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Call change(String id, W changes) {
        return kind.change().equals("PUT") ? Call.put(path(id), body(changes)) : Call.patch(path(id), body(changes));
    }

    private byte[] body(W wanted) {
        var json = wanted.fields().json();
        return Json.bytes(kind.one().isEmpty() ? json : Json.object().set(kind.one(), json));
    }

    private T read(Answer answer) {
        var tree = tree(answer);
        return kind.read().apply(kind.one().isEmpty() ? tree : tree.path(kind.one()));
    }

    private JsonNode tree(Answer answer) {
        return Json.tree(answer.body()).filter(JsonNode::isObject).orElseThrow(() -> garbled(answer));
    }

    private OpenStackException garbled(Answer answer) {
        return new OpenStackException(
                OpenStackException.Kind.GARBLED,
                "cloud '" + cloud.name() + "': " + answer.uri() + ": the answer about a " + kind.word()
                        + " is no JSON object; check what stands between us and the service",
                answer.status(),
                answer.requestId(),
                Optional.empty());
    }
}
