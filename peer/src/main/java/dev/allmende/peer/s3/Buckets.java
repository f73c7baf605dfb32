package dev.allmende.peer.s3;

import dev.allmende.peer.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The buckets of one account (Amazon S3 API 2006-03-01). The name is the key, shared by all accounts of the store. Every
 * method makes at most one changing call.
 */
public final class Buckets {

    /** The tag that says whose a bucket is: the UID of the object that made it. */
    public static final String OWNER = "allmende.uid";

    private final S3 s3;

    Buckets(S3 s3) {
        this.s3 = s3;
    }

    /** What a name stands for. */
    public sealed interface State {
        /** Nobody has it. */
        record Free() implements State {}

        /** The account's own, since then. */
        record Mine(Instant since) implements State {}

        /** Another account's. */
        record Taken() implements State {}
    }

    public State state(String name) {
        var head = s3.ask("HEAD", name, "");
        if (head.status() == 404) {
            return new State.Free();
        }
        if (head.status() != 403 && head.status() != 301) {
            s3.checked("HEAD", name, "", head);
        }
        // Somebody else's bucket may be open to us: only the account's own list says whose it is.
        return own().entrySet().stream()
                .filter(bucket -> bucket.getKey().equals(name))
                .findFirst()
                .<State>map(bucket -> new State.Mine(bucket.getValue()))
                .orElseGet(State.Taken::new);
    }

    /** The account's own buckets, and when each was made. */
    public Map<String, Instant> own() {
        var reply = s3.checked("GET", "", "", s3.ask("GET", s3.address().root(), S3.NO_BODY));
        var own = new LinkedHashMap<String, Instant>();
        for (var list : Xml.children(s3.xml(reply), "Buckets")) {
            for (var bucket : Xml.children(list, "Bucket")) {
                own.put(
                        Xml.text(bucket, "Name").orElse(""),
                        Xml.text(bucket, "CreationDate").map(Instant::parse).orElse(Instant.EPOCH));
            }
        }
        return own;
    }

    /** @throws dev.allmende.peer.PeerException of kind CONFLICT when the name is another account's */
    public void create(String name) {
        var region = s3.address().region();
        // Amazon wants to hear of each region but the first, and other stores of none.
        var body = region.equals("us-east-1") || s3.address().pathStyle()
                ? S3.NO_BODY
                : S3.bytes(Xml.wrap("CreateBucketConfiguration", Xml.element("LocationConstraint", region)));
        s3.send("PUT", name, "", body);
    }

    /** @throws dev.allmende.peer.PeerException of kind CONFLICT when something is in it */
    public void delete(String name) {
        var reply = s3.ask("DELETE", name, "");
        if (reply.status() != 404) {
            s3.checked("DELETE", name, "", reply);
        }
    }

    public Map<String, String> tags(String name) {
        var tags = new LinkedHashMap<String, String>();
        s3.find(name, "tagging", "NoSuchTagSet")
                .map(s3::xml)
                .ifPresent(root -> Xml.children(root, "TagSet")
                        .forEach(set -> Xml.children(set, "Tag")
                                .forEach(tag -> tags.put(
                                        Xml.text(tag, "Key").orElse(""),
                                        Xml.text(tag, "Value").orElse("")))));
        return tags;
    }

    /** Replaces all tags. */
    public void setTags(String name, Map<String, String> tags) {
        var set = new StringBuilder();
        tags.forEach(
                (key, value) -> set.append(Xml.wrap("Tag", Xml.element("Key", key) + Xml.element("Value", value))));
        s3.send("PUT", name, "tagging", S3.bytes(Xml.wrap("Tagging", Xml.wrap("TagSet", set.toString()))));
    }

    public Versioning versioning(String name) {
        var root = s3.xml(s3.send("GET", name, "versioning", S3.NO_BODY));
        return Versioning.of(Xml.text(root, "Status").orElse(""));
    }

    /** @param wanted ENABLED or SUSPENDED: there is no way back to OFF */
    public void setVersioning(String name, Versioning wanted) {
        var status = Xml.element("Status", wanted.status());
        s3.send("PUT", name, "versioning", S3.bytes(Xml.wrap("VersioningConfiguration", status)));
    }

    public Set<Expiry> lifecycle(String name) {
        return s3.find(name, "lifecycle", "NoSuchLifecycleConfiguration")
                .map(reply -> Lifecycle.rules(s3.xml(reply)))
                .orElse(Set.of());
    }

    /** Replaces all rules. */
    public void setLifecycle(String name, Set<Expiry> rules) {
        if (rules.isEmpty()) {
            s3.send("DELETE", name, "lifecycle", S3.NO_BODY);
        } else {
            s3.send("PUT", name, "lifecycle", Lifecycle.xml(rules));
        }
    }

    /** Who else may do what (Amazon's policy language, JSON). */
    public Optional<String> policy(String name) {
        return s3.find(name, "policy", "NoSuchBucketPolicy").map(Reply::text);
    }

    public void setPolicy(String name, String policy) {
        s3.send("PUT", name, "policy", S3.bytes(policy));
    }

    public void removePolicy(String name) {
        s3.send("DELETE", name, "policy", S3.NO_BODY);
    }

    /** Empty where the store does not tell it; Ceph's gateway does in headers of its own. */
    public Optional<Usage> usage(String name) {
        var head = s3.checked("HEAD", name, "", s3.ask("HEAD", name, ""));
        return head.header("X-RGW-Object-Count")
                .map(objects -> new Usage(
                        Long.parseLong(objects),
                        head.header("X-RGW-Bytes-Used").map(Long::parseLong).orElse(0L)));
    }

    /** Removes what is in a bucket, a page at a time. */
    public Purge purge(String name) {
        return new Purge(s3, name);
    }
}
