package dev.allmende.central.objectbucketcredentials;

import dev.allmende.api.Span;
import dev.allmende.api.objectstorage.ObjectBucketCredentials;
import dev.allmende.api.objectstorage.ObjectBucketCredentialsSeen;
import dev.allmende.api.objectstorage.ObjectBucketCredentialsSpec;
import dev.allmende.central.bucket.Ec2Credentials;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Claim;
import dev.allmende.peer.PeerException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of keys that an object has: the newest is handed over; the one before it is good until the overlap is over.
 *
 * @param bucket its name in the store
 */
record OwnKeys(
        ObjectBucketCredentials object, Ec2Credentials pairs, String bucket, Handing handing, InstantSource clock)
        implements Claim<Ring, ObjectBucketCredentialsSeen> {

    private ObjectBucketCredentialsSpec spec() {
        return object.getSpec();
    }

    private String owner() {
        return object.getMetadata().getUid();
    }

    /** What the status shows of the pair that was handed over last. */
    private @Nullable ObjectBucketCredentialsSeen before() {
        return object.getStatus() == null ? null : object.getStatus().observed();
    }

    @Override
    public String what() {
        return "keys to bucket %s".formatted(bucket);
    }

    /** Whichever pair is the newest now. */
    @Override
    public Optional<Ring> find(String id) {
        var before = before();
        return Ring.of(owner(), before == null ? 0 : before.number(), pairs.all());
    }

    @Override
    public Optional<Ring> named() {
        return find("");
    }

    @Override
    public String id(Ring ring) {
        return ring.access();
    }

    /** Nobody else has keys that are derived from its UID. */
    @Override
    public Optional<String> owner(Ring ring) {
        return Optional.of(owner());
    }

    @Override
    public String create(String owner) {
        var access = Ec2Credentials.accessKey(owner, 1);
        pairs.create(access);
        return access;
    }

    @Override
    public void adopt(Ring ring, String owner) {
        throw new IllegalStateException("keys cannot be imported");
    }

    @Override
    public List<Change> lacks(Ring ring) {
        return List.of();
    }

    @Override
    public List<Change> due(Ring ring) {
        var before = before();
        if (before == null || before.number() != ring.current()) {
            return List.of(); // it is not handed over yet
        }
        var since = Instant.parse(before.created());
        var renewal = isAsked(before) || isOver(until(since)) ? Stream.of(next(ring)) : Stream.<Change>empty();
        var removal = isOver(Optional.of(since.plus(spec().overlapping()))) ? removals(ring) : Stream.<Change>empty();
        return Stream.concat(renewal, removal).toList();
    }

    private boolean isAsked(ObjectBucketCredentialsSeen before) {
        return spec().rotation() != null && !Objects.equals(spec().rotation(), before.rotation());
    }

    private boolean isOver(Optional<Instant> end) {
        return end.filter(time -> !clock.instant().isBefore(time)).isPresent();
    }

    private Optional<Instant> until(Instant since) {
        return Optional.ofNullable(spec().rotateAfter()).map(Span::of).map(since::plus);
    }

    private Change next(Ring ring) {
        var next = Ec2Credentials.accessKey(owner(), ring.current() + 1);
        return Change.of("accessKey", next, ring.access(), () -> pairs.create(next));
    }

    private Stream<Change> removals(Ring ring) {
        return ring.old().stream().map(old -> Change.of("accessKey", "none", old, () -> pairs.delete(old)));
    }

    /** Until the newest is handed over, the one before it is in use. */
    @Override
    public ObjectBucketCredentialsSeen seen(Ring ring) {
        return Objects.requireNonNullElseGet(before(), () -> shown(ring, now(), spec().rotation()));
    }

    @Override
    public ObjectBucketCredentialsSeen settled(Ring ring) {
        handing.over(pairs.find(ring.access())
                .orElseThrow(() -> new PeerException(
                        PeerException.Kind.UNAVAILABLE, 0, "%s: the pair was removed just now".formatted(what()))));
        var before = before();
        return before != null && before.number() == ring.current()
                ? shown(ring, Instant.parse(before.created()), before.rotation())
                : shown(ring, now(), spec().rotation());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private ObjectBucketCredentialsSeen shown(Ring ring, Instant since, @Nullable String rotation) {
        return new ObjectBucketCredentialsSeen(
                bucket,
                handing.secret(),
                ring.access(),
                ring.current(),
                since.toString(),
                until(since).map(Instant::toString).orElse(null),
                rotation);
    }

    @Override
    public List<Change> undo(Ring ring) {
        return removals(ring).toList();
    }

    @Override
    public void delete(Ring ring) {
        pairs.delete(ring.access());
    }
}
