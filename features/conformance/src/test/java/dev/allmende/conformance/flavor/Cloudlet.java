package dev.allmende.conformance.flavor;

import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cloud that is nothing but its flavors. */
final class Cloudlet implements Facts {

    private final List<Flavor> flavors = new ArrayList<>();

    /** A flavor with the extra specs that its name implies. */
    Cloudlet exact(String name) {
        var meant = FlavorNameTest.parsed(name);
        var disk = meant.disk().map(some -> some.sizeGb().orElse(0)).orElse(0);
        return with(name, meant.cpu().count(), (int) meant.ram().mib(), disk, meant.extraSpecs());
    }

    Cloudlet with(String name, int vcpus, int ramMib, int diskGb, Map<String, String> specs) {
        flavors.add(new Flavor("id-" + flavors.size(), name, vcpus, ramMib, diskGb, 0, true, false, specs));
        return this;
    }

    Cloudlet with(Flavor flavor) {
        flavors.add(flavor);
        return this;
    }

    /** An exact flavor with one extra spec changed; an empty value takes it away. */
    Cloudlet spoilt(String name, String key, String value) {
        exact(name);
        var flavor = flavors.removeLast();
        var specs = new HashMap<>(flavor.extraSpecs());
        if (value.isEmpty()) {
            specs.remove(key);
        } else {
            specs.put(key, value);
        }
        return with(flavor.with(specs));
    }

    Judgement judge(String testCase, Mode mode) {
        return judge(this, testCase, mode);
    }

    static Judgement judge(Facts facts, String testCase, Mode mode) {
        var found = FlavorCases.all().stream()
                .filter(one -> one.id().equals(testCase))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no test case " + testCase));
        return found.judge().judge(facts, new Rules(mode, Instant.EPOCH));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> Known<T> of(Input<T> input) {
        return input.equals(Flavors.FLAVORS)
                ? new Known.Seen<>((T) List.copyOf(flavors))
                : new Known.Unknown<>(Observation.Why.NOT_RECORDED, "only flavors here");
    }
}
