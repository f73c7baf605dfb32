package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.ADMIN;
import static dev.allmende.devcloud.contract.Step.Who.MEMBER;
import static dev.allmende.devcloud.contract.Step.Who.NOBODY;
import static dev.allmende.devcloud.contract.Step.Who.STRANGER;

import java.util.List;

/** Requests to Cinder: what is read, a volume that the server script attaches, and its snapshot, backup and restore. */
final class VolumeScript {
    private static final String VERSION = "OpenStack-API-Version";
    private static final String P = "/v3/${project}";
    private static final String NONE = "00000000-0000-0000-0000-000000000000";

    private VolumeScript() {}

    private static Step get(String path) {
        return Step.of(MEMBER, "volumev3", "GET", path);
    }

    private static Step act(String method, String path) {
        return Step.of(MEMBER, "volumev3", method, path);
    }

    static List<Step> reads() {
        return List.of(
                Step.of(NOBODY, "volumev3", "GET", "/"),
                Step.of(NOBODY, "volumev3", "GET", "/v3"),
                Step.of(NOBODY, "volumev3", "GET", P + "/types"),
                Step.of(STRANGER, "volumev3", "GET", P + "/types"),
                get(P + "/types"),
                get("/v3/types"),
                get(P + "/types?limit=1"),
                get(P + "/types").header(VERSION, "volume 3.70"),
                get(P + "/types").header(VERSION, "volume 3.71"),
                get(P + "/types").header(VERSION, "volume x"),
                get(P + "/types/nope"),
                get(P + "/types/default"),
                Step.of(ADMIN, "volumev3", "GET", P + "/types").named("of another project"),
                get("/v3/" + "0".repeat(32) + "/types"),
                act("POST", P + "/types").body("{'volume_type':{'name':'x'}}"),
                get(P + "/nope"),
                get(P + "/nope").header("Accept", "*/*"),
                get(P + "/os-availability-zone"),
                get(P + "/limits"),
                get(P + "/extensions"),
                get(P + "/os-services"),
                get(P + "/scheduler-stats/get_pools"),
                get(P + "/volumes"),
                get(P + "/volumes/detail"),
                get(P + "/volumes/nope"),
                get(P + "/snapshots"),
                get(P + "/snapshots/nope"),
                get(P + "/backups"),
                get(P + "/backups/detail"),
                get(P + "/backups/nope"));
    }

    static List<Step> create() {
        String one = P + "/volumes/${volume}";
        return List.of(
                act("POST", P + "/volumes").named("without wrapper").body("{}"),
                act("POST", P + "/volumes").named("broken").body("{"),
                act("POST", P + "/volumes").named("size 0").body("{'volume':{'size':0}}"),
                act("POST", P + "/volumes").named("no such type").body("{'volume':{'size':1,'volume_type':'nope'}}"),
                act("POST", P + "/volumes").named("too large").body("{'volume':{'size':100000}}"),
                act("POST", P + "/volumes")
                        .body("{'volume':{'size':1,'name':'allmende-contract'}}")
                        .save("volume", "/volume/id"),
                get(one).until("/volume/status", "available", "error"),
                get(one).header(VERSION, "volume 3.70"),
                get(P + "/volumes").named("one"),
                get(P + "/volumes/detail").named("one"),
                get(P + "/volumes?limit=1"),
                act("PUT", one).body("{'volume':{'description':'x'}}"));
    }

    static List<Step> keep() {
        String snapshot = P + "/snapshots/${snapshot}";
        String backup = P + "/backups/${backup}";
        return List.of(
                act("POST", P + "/snapshots").named("no such volume").body("{'snapshot':{'volume_id':'" + NONE + "'}}"),
                act("POST", P + "/snapshots")
                        .body("{'snapshot':{'volume_id':'${volume}','name':'allmende-contract'}}")
                        .save("snapshot", "/snapshot/id"),
                get(snapshot).until("/snapshot/status", "available", "error"),
                get(P + "/snapshots").named("one"),
                get(P + "/snapshots/detail").header(VERSION, "volume 3.70"),
                act("DELETE", P + "/volumes/${volume}").named("with a snapshot"),
                act("DELETE", snapshot),
                get(snapshot).named("gone").untilStatus(404),
                act("POST", P + "/backups").named("without volume").body("{'backup':{}}"),
                act("POST", P + "/backups").named("no such volume").body("{'backup':{'volume_id':'" + NONE + "'}}"),
                act("POST", P + "/backups")
                        .body("{'backup':{'volume_id':'${volume}','name':'allmende-contract'}}")
                        .save("backup", "/backup/id"),
                act("DELETE", backup).named("while creating"),
                get(backup).until("/backup/status", "available", "error"),
                get(backup).header(VERSION, "volume 3.70"),
                get(P + "/backups").named("one"),
                get(P + "/backups/detail").named("one"),
                act("POST", backup + "/restore")
                        .body("{'restore':{'name':'allmende-contract-restored'}}")
                        .save("restored", "/restore/volume_id"),
                get(P + "/volumes/${restored}").until("/volume/status", "available", "error_restoring"),
                get(backup).named("restored").until("/backup/status", "available"),
                act("DELETE", backup),
                get(backup).named("gone").untilStatus(404),
                act("DELETE", P + "/volumes/${restored}"),
                act("DELETE", P + "/volumes/${volume}"),
                get(P + "/volumes/${volume}").named("gone").untilStatus(404),
                get(P + "/volumes/${restored}").named("gone").untilStatus(404));
    }
}
