package dev.allmende.conformance.entropy;

import dev.allmende.conformance.flavor.Flavor;
import dev.allmende.conformance.flavor.Flavors;
import dev.allmende.conformance.image.Image;
import dev.allmende.conformance.image.Images;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.testcase.TestCase.Profile;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Every test case about entropy, kept apart per revision of scs-0101: v1.1 (2026-06) asks for entropy only; v1 (2024-02)
 * also for {@code rngd}, the flavor's and the image's random number generator, which v1.1 took out again.
 */
public final class EntropyCases {

    private static final String CLAUSE =
            "https://docs.scs.community/standards/scs-0101-w1-entropy-implementation-testing#automated-tests";
    private static final Pattern KERNEL = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");

    private EntropyCases() {}

    /** @param console what the run's test server wrote on its console */
    public static List<TestCase> all(Input<ConsoleFacts> console) {
        return List.of(
                onConsole(
                        console,
                        "scs-0101-entropy-avail",
                        "A server has 256 bits of entropy",
                        "scs-0101-v1.1",
                        Profile.CERTIFICATE,
                        EntropyCases::entropy),
                onConsole(
                        console,
                        "scs-0101-fips-test",
                        "A server's random numbers pass FIPS 140-2",
                        "scs-0101-v1.1",
                        Profile.CERTIFICATE,
                        EntropyCases::fips),
                onConsole(
                        console,
                        "scs-0101-rngd",
                        "rngd is installed",
                        "scs-0101-v1",
                        Profile.CERTIFICATE,
                        gone((facts, rules) -> yes(facts.rngdInstalled(), "rngd installed"))),
                onConsole(
                        console,
                        "allmende-0101-rngd-running",
                        "rngd is running",
                        "scs-0101-v1",
                        Profile.BEYOND,
                        (facts, rules) -> yes(facts.rngdRunning(), "rngd running")),
                onConsole(
                        console,
                        "allmende-0101-kernel",
                        "The kernel is 5.18 or newer",
                        "scs-0101-v1.1",
                        Profile.BEYOND,
                        (facts, rules) -> kernel(facts)),
                on(
                        Flavors.FLAVORS,
                        "scs-0101-flavor-property",
                        "Each flavor allows a random number generator",
                        gone((flavors, rules) -> flavors(flavors))),
                on(
                        Images.IMAGES,
                        "scs-0101-image-property",
                        "Each image asks for a virtio random number generator",
                        gone((images, rules) -> images(images))));
    }

    private static TestCase onConsole(
            Input<ConsoleFacts> console,
            String id,
            String title,
            String standard,
            Profile profile,
            BiFunction<ConsoleFacts, Rules, Judgement> judge) {
        return new TestCase(
                id,
                title + " (" + standard + ")",
                standard,
                CLAUSE,
                profile,
                List.of(console),
                (facts, rules) -> facts.of(console).fold(seen -> judge.apply(seen, rules), Judgement::abort));
    }

    private static <T> TestCase on(Input<T> input, String id, String title, BiFunction<T, Rules, Judgement> judge) {
        return new TestCase(
                id,
                title + " (scs-0101-v1)",
                "scs-0101-v1",
                CLAUSE,
                Profile.CERTIFICATE,
                List.of(input),
                (facts, rules) -> facts.of(input).fold(seen -> judge.apply(seen, rules), Judgement::abort));
    }

    /** Upstream still declares the id, but has no code for it: whoever asks for it gets an abort. */
    private static <T> BiFunction<T, Rules, Judgement> gone(BiFunction<T, Rules, Judgement> judge) {
        return (seen, rules) -> rules.mode() == Mode.UPSTREAM
                ? Judgement.abort("upstream's suite declares this test case, but has no code for it any more")
                : judge.apply(seen, rules);
    }

    private static Judgement entropy(ConsoleFacts facts, Rules rules) {
        return facts.entropyAvail()
                .map(value -> value.equals("256")
                        ? Judgement.pass("entropy_avail is 256")
                        : fail("entropy_avail is " + value, "256", "use a kernel of 5.18 or newer in the image"))
                .orElseGet(() -> Judgement.abort("the console has no entropy_avail: look at the server's console log"));
    }

    /**
     * The text says below 5 of 1000 blocks, upstream lets 5 pass. Fewer blocks than 1000 are a sample: it passes when no
     * larger share of it fails, and fails when so many fail that no further block could make up for it.
     */
    private static Judgement fips(ConsoleFacts facts, Rules rules) {
        var most = rules.mode() == Mode.UPSTREAM ? 5 : 4;
        return facts.fips()
                .map(count -> fips(count, most))
                .orElseGet(() -> Judgement.abort(
                        "the console has no result of the FIPS test: look at the server's console log"));
    }

    private static Judgement fips(ConsoleFacts.FipsCount count, int most) {
        int asked = ConsoleFacts.RNGTEST_BLOCKS;
        var sample = count.blocks() >= asked ? "" : " (a sample: the standard asks for " + asked + ")";
        var found = count.failures() + " of " + count.blocks() + " blocks failed" + sample;
        if (count.failures() > most) {
            return fail(found, "at most " + most + " of " + asked, "check the host's random source: RDSEED, RDRAND");
        }
        if (count.blocks() == 0 || (long) count.failures() * asked > (long) most * count.blocks()) {
            return Judgement.abort(found + ": too few blocks to tell; run it again, or with an image that has rngtest");
        }
        return Judgement.pass(found);
    }

    private static Judgement yes(Optional<Boolean> answer, String what) {
        return answer.map(is -> is
                        ? Judgement.pass(what)
                        : fail("not " + what, what, "add rng-tools to the image and enable it"))
                .orElseGet(() -> Judgement.abort("the console does not say whether there is " + what));
    }

    private static Judgement kernel(ConsoleFacts facts) {
        var release = facts.kernelRelease().orElse("");
        var parts = KERNEL.matcher(release);
        if (!parts.matches()) {
            return Judgement.abort("the console does not name the kernel");
        }
        var number = Integer.parseInt(parts.group(1)) * 10_000 + Integer.parseInt(parts.group(2));
        return number >= 50_018
                ? Judgement.pass("kernel " + release)
                : fail("kernel " + release, "5.18 or newer (recommended)", "use a newer image");
    }

    private static Judgement fail(String found, String wanted, String remedy) {
        return Judgement.of(
                List.of(new Finding(Severity.ERROR, "test server", found, wanted, remedy, Optional.of(CLAUSE))),
                "",
                found);
    }

    private static Judgement flavors(List<Flavor> flavors) {
        return each(
                flavors,
                flavor -> "true".equalsIgnoreCase(flavor.extraSpecs().get("hw_rng:allowed")),
                flavor -> new Finding(
                        Severity.ERROR,
                        "flavor " + flavor.name() + " (" + flavor.id() + ")",
                        "no hw_rng:allowed=True",
                        "hw_rng:allowed=True (recommended)",
                        "openstack flavor set --property hw_rng:allowed=True " + flavor.id(),
                        Optional.of(CLAUSE)));
    }

    private static Judgement images(List<Image> images) {
        return each(
                images,
                image -> image.property("hw_rng_model").filter("virtio"::equals).isPresent(),
                image -> new Finding(
                        Severity.ERROR,
                        "image " + image.name().orElse("without a name") + " (" + image.id() + ")",
                        "no hw_rng_model=virtio",
                        "hw_rng_model=virtio (recommended)",
                        "openstack image set --property hw_rng_model=virtio " + image.id(),
                        Optional.of(CLAUSE)));
    }

    private static <T> Judgement each(List<T> items, Function<T, Boolean> good, Function<T, Finding> finding) {
        var findings =
                items.stream().filter(item -> !good.apply(item)).map(finding).toList();
        return Judgement.of(
                findings,
                "all %s have it".formatted(items.size()),
                "%s of %s lack it".formatted(findings.size(), items.size()));
    }
}
