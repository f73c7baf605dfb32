package dev.allmende.openstack.compute;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Answer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Kind;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Quota;
import dev.allmende.openstack.resource.Removal;
import dev.allmende.openstack.resource.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Nova does for a project. Acts on a server come back at once; its {@link Server#state} says when they are through. */
public final class Computing {

    private static final Kind<Flavor.Wish, Flavor> FLAVORS = new Kind<>(
            ServiceType.COMPUTE,
            "/flavors",
            "/flavors/detail",
            "flavor",
            "flavors",
            "PUT",
            Mark.Place.NOWHERE,
            Flavor.Wish::new,
            Flavor::new);
    private static final Kind<KeyPair.Wish, KeyPair> KEY_PAIRS = new Kind<>(
            ServiceType.COMPUTE,
            "/os-keypairs",
            "/os-keypairs",
            "keypair",
            "keypairs",
            "PUT",
            Mark.Place.NOWHERE,
            KeyPair.Wish::new,
            json -> new KeyPair(json.has("keypair") ? json.path("keypair") : json));
    private static final Kind<ServerGroup.Wish, ServerGroup> GROUPS = new Kind<>(
            ServiceType.COMPUTE,
            "/os-server-groups",
            "/os-server-groups",
            "server_group",
            "server_groups",
            "PUT",
            Mark.Place.NOWHERE,
            ServerGroup.Wish::new,
            ServerGroup::new);
    private static final Kind<Server.Wish, Server> SERVERS = new Kind<>(
            ServiceType.COMPUTE,
            "/servers",
            "/servers/detail",
            "server",
            "servers",
            "PUT",
            Mark.Place.TAGS,
            Server.Wish::new,
            Server::new);

    private final Cloud cloud;

    public Computing(Cloud cloud) {
        this.cloud = cloud;
    }

    public Resources<Flavor.Wish, Flavor> flavors() {
        return new Resources<>(cloud, FLAVORS);
    }

    public Resources<KeyPair.Wish, KeyPair> keyPairs() {
        return new Resources<>(cloud, KEY_PAIRS);
    }

    public Resources<ServerGroup.Wish, ServerGroup> serverGroups() {
        return new Resources<>(cloud, GROUPS);
    }

    /** To make one use {@link #create}, which knows about the group. */
    public Resources<Server.Wish, Server> servers() {
        return new Resources<>(cloud, SERVERS);
    }

    /** The user's key pair of that name. */
    public Optional<KeyPair> keyPair(String name) {
        return keyPairs().find(name);
    }

    /** Asks for a server; the answer has little more than its id. */
    public String create(Server.Wish wish) {
        var body = Json.object();
        body.set("server", wish.fields().without(Server.Wish.HINTS).json());
        wish.fields().value(Server.Wish.HINTS).ifPresent(hints -> body.set(Server.Wish.HINTS, hints));
        var answer = servers().service().send(Call.post("/servers", Json.bytes(body)));
        return tree(answer).path("server").path("id").asText();
    }

    public void start(String server) {
        act(server, "os-start");
    }

    public void stop(String server) {
        act(server, "os-stop");
    }

    /** @param hard as if the plug were pulled */
    public void reboot(String server, boolean hard) {
        servers().act(server, Fields.NONE.with("reboot", Fields.of("type", hard ? "HARD" : "SOFT")));
    }

    /** Goes to VERIFY_RESIZE, where it waits for {@link #confirmResize} or {@link #revertResize}. */
    public void resize(String server, String flavor) {
        servers().act(server, Fields.NONE.with("resize", Fields.of("flavorRef", flavor)));
    }

    public void confirmResize(String server) {
        act(server, "confirmResize");
    }

    public void revertResize(String server) {
        act(server, "revertResize");
    }

    /** Puts a new root disk of the image in the place of the old; ports and further volumes stay. */
    public void rebuild(String server, String image) {
        servers().act(server, Fields.NONE.with("rebuild", Fields.of("imageRef", image)));
    }

    public void lock(String server, String reason) {
        servers().act(server, Fields.NONE.with("lock", Fields.of("locked_reason", reason)));
    }

    public void unlock(String server) {
        act(server, "unlock");
    }

    /** What the guest wrote to its console, the last lines. */
    public String console(String server, int lines) {
        return tree(servers().act(server, Fields.NONE.with("os-getConsoleOutput", Fields.NONE.with("length", lines))))
                .path("output")
                .asText();
    }

    /** Sends what is to change of a server's own fields, its tags by a call of their own. */
    public Server change(Server server, Server.Wish changes) {
        var tags = changes.fields().value("tags");
        tags.ifPresent(each -> servers()
                .tag(server.id(), each.valueStream().map(JsonNode::asText).toList()));
        var others = changes.fields().without("tags");
        return others.isEmpty()
                ? servers().find(server.id()).orElse(server)
                : servers().update(server.id(), new Server.Wish(others));
    }

    /** Replaces all metadata. */
    public void setMetadata(String server, Map<String, String> values) {
        servers()
                .service()
                .send(Call.put(
                        servers().path(server) + "/metadata",
                        Json.bytes(Fields.NONE.map("metadata", values).json())));
    }

    public Attachment attach(String server, String volume) {
        return attach(server, volume, "");
    }

    /** @param device that is asked for; most hypervisors choose themselves */
    public Attachment attach(String server, String volume, String device) {
        var wanted = Fields.of("volumeId", volume);
        var body = Fields.NONE.with("volumeAttachment", device.isEmpty() ? wanted : wanted.with("device", device));
        var answer = servers()
                .service()
                .send(Call.post(servers().path(server) + "/os-volume_attachments", Json.bytes(body.json())));
        return Attachment.of(tree(answer).path("volumeAttachment"));
    }

    public List<Attachment> attachments(String server) {
        var answer = servers().service().send(Call.get(servers().path(server) + "/os-volume_attachments"));
        return tree(answer)
                .path("volumeAttachments")
                .valueStream()
                .map(Attachment::of)
                .toList();
    }

    public Removal detach(String server, String volume) {
        return remove(servers().path(server) + "/os-volume_attachments/" + volume);
    }

    public Plug plug(String server, String port) {
        return plug(server, new Nic.OfPort(port));
    }

    public Plug plug(String server, Nic nic) {
        var body = Fields.NONE.with("interfaceAttachment", nic.attachment());
        var answer =
                servers().service().send(Call.post(servers().path(server) + "/os-interface", Json.bytes(body.json())));
        return Plug.of(tree(answer).path("interfaceAttachment"));
    }

    public List<Plug> plugs(String server) {
        var answer = servers().service().send(Call.get(servers().path(server) + "/os-interface"));
        return tree(answer)
                .path("interfaceAttachments")
                .valueStream()
                .map(Plug::of)
                .toList();
    }

    public Removal unplug(String server, String port) {
        return remove(servers().path(server) + "/os-interface/" + port);
    }

    /** Servers that changed since; also those that are gone, with status DELETED. For one poll of a whole project. */
    public List<Server> changedSince(Instant time) {
        return servers().list(Filter.by("changes-since", time.toString()));
    }

    /** Limits and use of a project. */
    public Quota quota(String project) {
        return Quota.of(tree(servers().service().send(Call.get("/os-quota-sets/" + project + "/detail")))
                .path("quota_set"));
    }

    /** For admins. */
    public void setQuota(String project, Fields limits) {
        servers()
                .service()
                .send(Call.put(
                        "/os-quota-sets/" + project,
                        Json.bytes(Fields.NONE.with("quota_set", limits).json())));
    }

    /** Back to the cloud's limits; for admins. */
    public void resetQuota(String project) {
        servers().service().send(Call.delete("/os-quota-sets/" + project));
    }

    private void act(String server, String action) {
        servers().act(server, Fields.NONE.cleared(action));
    }

    private Removal remove(String path) {
        try {
            servers().service().send(Call.delete(path));
            return Removal.ASKED;
        } catch (OpenStackException missing) {
            if (missing.trouble() == Trouble.NOT_FOUND) {
                return Removal.GONE;
            }
            throw missing;
        }
    }

    private static JsonNode tree(Answer answer) {
        return Json.tree(answer.body()).orElseGet(Json::object);
    }
}
