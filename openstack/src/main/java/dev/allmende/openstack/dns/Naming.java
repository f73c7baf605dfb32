package dev.allmende.openstack.dns;

import dev.allmende.openstack.Call;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.ServiceType;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Kind;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Quota;
import dev.allmende.openstack.resource.Resources;

/** What Designate does for a project. */
public final class Naming {

    private static final Kind<Zone.Wish, Zone> ZONES = new Kind<>(
            ServiceType.DNS,
            "/zones",
            "/zones",
            "",
            "zones",
            "PATCH",
            Mark.Place.DESCRIPTION,
            Zone.Wish::new,
            Zone::new);

    private final Cloud cloud;

    public Naming(Cloud cloud) {
        this.cloud = cloud;
    }

    /** Deleting a zone deletes its record sets; a zone with zones below it is refused. */
    public Resources<Zone.Wish, Zone> zones() {
        return new Resources<>(cloud, ZONES);
    }

    public Resources<RecordSet.Wish, RecordSet> recordSets(String zone) {
        var path = zones().path(zone) + "/recordsets";
        return new Resources<>(
                cloud,
                new Kind<RecordSet.Wish, RecordSet>(
                        ServiceType.DNS,
                        path,
                        path,
                        "",
                        "recordsets",
                        "PUT",
                        Mark.Place.DESCRIPTION,
                        RecordSet.Wish::new,
                        RecordSet::new));
    }

    /** Limits of a project; Designate tells no use. */
    public Quota quota(String project) {
        return Quota.of(
                Json.tree(zones().service().send(Call.get("/quotas/" + project)).body())
                        .orElseGet(Json::object));
    }

    /** For admins, also in other projects. */
    public void setQuota(String project, Fields limits) {
        zones().service()
                .send(Call.patch("/quotas/" + project, Json.bytes(limits.json()))
                        .header("X-Auth-All-Projects", "true"));
    }
}
