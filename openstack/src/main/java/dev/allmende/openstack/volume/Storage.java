package dev.allmende.openstack.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Kind;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Quota;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.Wanted;
import java.util.Map;

/** What Cinder does for a project. Everything takes time: a resource's {@link dev.allmende.openstack.resource.Resource#state} says when it is through. */
public final class Storage {

    private static final Kind<VolumeType.Wish, VolumeType> TYPES = new Kind<>(
            ServiceType.BLOCK_STORAGE,
            "/types",
            "/types",
            "volume_type",
            "volume_types",
            "PUT",
            Mark.Place.NOWHERE,
            VolumeType.Wish::new,
            VolumeType::new);
    private static final Kind<Volume.Wish, Volume> VOLUMES = new Kind<>(
            ServiceType.BLOCK_STORAGE,
            "/volumes",
            "/volumes/detail",
            "volume",
            "volumes",
            "PUT",
            Mark.Place.METADATA,
            Volume.Wish::new,
            Volume::new);
    private static final Kind<Snapshot.Wish, Snapshot> SNAPSHOTS = new Kind<>(
            ServiceType.BLOCK_STORAGE,
            "/snapshots",
            "/snapshots/detail",
            "snapshot",
            "snapshots",
            "PUT",
            Mark.Place.METADATA,
            Snapshot.Wish::new,
            Snapshot::new);
    private static final Kind<Backup.Wish, Backup> BACKUPS = new Kind<>(
            ServiceType.BLOCK_STORAGE,
            "/backups",
            "/backups/detail",
            "backup",
            "backups",
            "PUT",
            Mark.Place.METADATA,
            Backup.Wish::new,
            Backup::new);

    private final Cloud cloud;

    public Storage(Cloud cloud) {
        this.cloud = cloud;
    }

    public Resources<VolumeType.Wish, VolumeType> types() {
        return new Resources<>(cloud, TYPES);
    }

    public Resources<Volume.Wish, Volume> volumes() {
        return new Resources<>(cloud, VOLUMES);
    }

    public Resources<Snapshot.Wish, Snapshot> snapshots() {
        return new Resources<>(cloud, SNAPSHOTS);
    }

    /** The answer to a create or an update has little more than the id. */
    public Resources<Backup.Wish, Backup> backups() {
        return new Resources<>(cloud, BACKUPS);
    }

    /** Only upwards; a volume in use too from microversion 3.42 on, where its driver can. */
    public void extend(String volume, int gib) {
        volumes().act(volume, Fields.NONE.with("os-extend", Fields.NONE.with("new_size", gib)));
    }

    /** @param migrate whether the data may move to another back end, which may take long */
    public void retype(String volume, String type, boolean migrate) {
        volumes()
                .act(
                        volume,
                        Fields.NONE.with(
                                "os-retype",
                                Fields.of("new_type", type).with("migration_policy", migrate ? "on-demand" : "never")));
    }

    public void setBootable(String volume, boolean bootable) {
        volumes().act(volume, Fields.NONE.with("os-set_bootable", Fields.NONE.with("bootable", bootable)));
    }

    /**
     * Sends what is to change of a volume or a snapshot, its metadata by a call of its own: keys that the changes do not name
     * stay.
     */
    public <W extends Wanted<W>, T extends Resource> T change(Resources<W, T> things, T thing, W changes) {
        var fields = changes.fields();
        fields.value("metadata").ifPresent(keys -> metadata(things, thing.id(), keys));
        var others = fields.without("metadata");
        return others.isEmpty()
                ? things.find(thing.id()).orElse(thing)
                : things.update(thing.id(), changes.with(others));
    }

    private void metadata(Resources<?, ?> things, String id, JsonNode keys) {
        things.service()
                .send(Call.post(
                        things.path(id) + "/metadata",
                        Json.bytes(Fields.NONE.with("metadata", keys).json())));
    }

    /** Replaces all metadata of a volume or a snapshot. */
    public void setMetadata(Resources<?, ?> things, String id, Map<String, String> values) {
        things.service()
                .send(Call.put(
                        things.path(id) + "/metadata",
                        Json.bytes(Fields.NONE.map("metadata", values).json())));
    }

    /** Into a new volume of that name; its id. */
    public String restore(String backup, String name) {
        return restore(backup, Fields.of("name", name));
    }

    /** Over a volume that is available and large enough; its id. */
    public String restoreInto(String backup, String volume) {
        return restore(backup, Fields.of("volume_id", volume));
    }

    private String restore(String backup, Fields where) {
        var answer = backups()
                .service()
                .send(Call.post(
                        backups().path(backup) + "/restore",
                        Json.bytes(Fields.NONE.with("restore", where).json())));
        return Json.tree(answer.body())
                .map(tree -> tree.path("restore").path("volume_id").asText())
                .orElse("");
    }

    /** Limits and use of a project. */
    public Quota quota(String project) {
        var answer =
                volumes().service().send(Call.get("/os-quota-sets/" + project).with("usage", "true"));
        return Quota.of(
                Json.tree(answer.body()).map(tree -> tree.path("quota_set")).orElseGet(Json::object));
    }

    /** For admins. */
    public void setQuota(String project, Fields limits) {
        volumes()
                .service()
                .send(Call.put(
                        "/os-quota-sets/" + project,
                        Json.bytes(Fields.NONE.with("quota_set", limits).json())));
    }

    /** Back to the cloud's limits; for admins. */
    public void resetQuota(String project) {
        volumes().service().send(Call.delete("/os-quota-sets/" + project));
    }
}
