package dev.allmende.devcloud.contract;

import static dev.allmende.devcloud.contract.Step.Who.ADMIN;
import static dev.allmende.devcloud.contract.Step.Who.MEMBER;

import java.util.List;
import java.util.stream.Stream;

/** What a controller asks of Cinder: growing, another type, snapshots and backups with names of their own, quotas. */
final class VolumeLifeScript {
    private static final String P = "/v3/${project}/";
    private static final String ONE = "volumes/${lvolume}";

    private VolumeLifeScript() {}

    private static Step act(String method, String path, String label, String body) {
        return Step.of(MEMBER, "volumev3", method, P + path)
                .named("life: " + label)
                .body(body)
                .header("OpenStack-API-Version", "volume 3.70");
    }

    private static Step get(String path) {
        return act("GET", path, "", "");
    }

    private static Step available(String what, String after) {
        String pointer = "/" + what.substring(0, what.indexOf('s')) + "/status";
        String at = what.startsWith("snapshots") ? "/snapshot/status" : pointer;
        return act("GET", what, "available after " + after, "").until(at, "available", "error");
    }

    static List<Step> steps() {
        return Stream.of(volume(), snapshot(), backup(), quotas())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Step> volume() {
        String action = ONE + "/action";
        return List.of(
                act("POST", "volumes", "new", "{'volume':{'size':1,'name':'allmende-life','metadata':{'a':'b'}}}")
                        .save("lvolume", "/volume/id"),
                available(ONE, "create"),
                act("POST", action, "no size", "{'os-extend':{}}"),
                act("POST", action, "smaller", "{'os-extend':{'new_size':1}}"),
                act("POST", action, "too large", "{'os-extend':{'new_size':9999999}}"),
                act("POST", action, "larger", "{'os-extend':{'new_size':2}}"),
                available(ONE, "extend"),
                act("POST", action, "no such type", "{'os-retype':{'new_type':'nope','migration_policy':'never'}}"),
                act("POST", action, "bootable", "{'os-set_bootable':{'bootable':true}}"),
                act("POST", action, "no such action", "{'os-nope':{}}"),
                act("PUT", ONE, "all", "{'volume':{'name':'n','description':'d','metadata':{'x':'y'}}}"),
                get("volumes/detail?name=n"));
    }

    private static List<Step> snapshot() {
        return List.of(
                act(
                                "POST",
                                "snapshots",
                                "new",
                                "{'snapshot':{'volume_id':'${lvolume}','name':'s','metadata':{'k':'v'}}}")
                        .save("lsnapshot", "/snapshot/id"),
                available("snapshots/${lsnapshot}", "create"),
                act("PUT", "snapshots/${lsnapshot}", "name", "{'snapshot':{'name':'t','description':'x'}}"),
                act("PUT", "snapshots/${lsnapshot}/metadata", "", "{'metadata':{'z':'z'}}"),
                act("DELETE", ONE, "with snapshot", ""),
                act("POST", "volumes", "too small", "{'volume':{'size':1,'snapshot_id':'${lsnapshot}'}}"),
                act("DELETE", "snapshots/${lsnapshot}", "", ""),
                act("GET", "snapshots/${lsnapshot}", "gone", "").untilStatus(404));
    }

    private static List<Step> backup() {
        String increment = "{'backup':{'volume_id':'${lvolume}','name':'i','incremental':true}}";
        return List.of(
                act("POST", "backups", "increment of nothing", increment),
                act("POST", "backups", "new", "{'backup':{'volume_id':'${lvolume}','name':'b','metadata':{'a':'b'}}}")
                        .save("lbackup", "/backup/id"),
                act("POST", "backups", "increment too early", increment),
                available("backups/${lbackup}", "create"),
                act("PUT", "backups/${lbackup}", "name", "{'backup':{'name':'c','description':'q'}}"),
                act("GET", ONE, "available after backup", "").until("/volume/status", "available", "error"),
                act("POST", "backups", "increment", increment).save("lincrement", "/backup/id"),
                available("backups/${lincrement}", "increment"),
                act("GET", "backups/${lbackup}", "with increment", ""),
                act("DELETE", "backups/${lbackup}", "with increment", ""),
                act("DELETE", "backups/${lincrement}", "", ""),
                act("GET", "backups/${lincrement}", "gone", "").untilStatus(404),
                act("DELETE", "backups/${lbackup}", "", ""),
                act("GET", "backups/${lbackup}", "gone", "").untilStatus(404),
                act("DELETE", ONE, "", ""),
                act("GET", ONE, "gone", "").untilStatus(404));
    }

    private static List<Step> quotas() {
        return List.of(
                get("os-quota-sets/${project}"),
                get("os-quota-sets/${project}?usage=true"),
                act("PUT", "os-quota-sets/${project}", "", "{'quota_set':{'volumes':3}}"),
                Step.of(ADMIN, "volumev3", "PUT", "/v3/os-quota-sets/allmende-contract")
                        .body("{'quota_set':{'volumes':3}}")
                        .header("OpenStack-API-Version", "volume 3.70"),
                Step.of(ADMIN, "volumev3", "DELETE", "/v3/os-quota-sets/allmende-contract")
                        .header("OpenStack-API-Version", "volume 3.70"));
    }
}
