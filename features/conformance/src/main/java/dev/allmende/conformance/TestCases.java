package dev.allmende.conformance;

import dev.allmende.conformance.catalog.CatalogCases;
import dev.allmende.conformance.flavor.FlavorCases;
import dev.allmende.conformance.image.ImageCases;
import dev.allmende.conformance.keymanager.KeyManagerCases;
import dev.allmende.conformance.securitygroup.SecurityGroupCases;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.volume.VolumeCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All test cases there are, in the order of their standards: the table of contents of this room. */
public final class TestCases {

    private static final List<TestCase> ALL = unique(
            FlavorCases.all(),
            ImageCases.all(),
            VolumeCases.all(),
            SecurityGroupCases.all(),
            KeyManagerCases.all(),
            CatalogCases.all());

    private TestCases() {}

    public static List<TestCase> all() {
        return ALL;
    }

    @SafeVarargs
    private static List<TestCase> unique(List<TestCase>... topics) {
        Map<String, TestCase> byId = new LinkedHashMap<>();
        for (var topic : topics) {
            for (var testCase : topic) {
                if (byId.put(testCase.id(), testCase) != null) {
                    throw new IllegalStateException("two test cases have the id " + testCase.id());
                }
            }
        }
        return Collections.unmodifiableList(new ArrayList<>(byId.values()));
    }
}
