package dev.allmende.conformance;

import dev.allmende.conformance.backup.BackupCases;
import dev.allmende.conformance.catalog.CatalogCases;
import dev.allmende.conformance.domainmanager.DomainManagerCases;
import dev.allmende.conformance.entropy.EntropyCases;
import dev.allmende.conformance.entropy.VmConsole;
import dev.allmende.conformance.flavor.FlavorCases;
import dev.allmende.conformance.image.ImageCases;
import dev.allmende.conformance.instance.InstanceCases;
import dev.allmende.conformance.keymanager.KeyManagerCases;
import dev.allmende.conformance.securitygroup.SecurityGroupCases;
import dev.allmende.conformance.testcase.TestCase;
import dev.allmende.conformance.tls.TlsCases;
import dev.allmende.conformance.volume.VolumeCases;
import dev.allmende.conformance.zone.ZoneCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All test cases there are, in the order of their standards: the table of contents of this room. */
public final class TestCases {

    private static final List<TestCase> ALL = unique(
            FlavorCases.all(),
            EntropyCases.all(VmConsole.CONSOLE),
            ImageCases.all(),
            VolumeCases.all(),
            SecurityGroupCases.all(),
            KeyManagerCases.all(),
            BackupCases.all(),
            ZoneCases.all(),
            CatalogCases.all(),
            TlsCases.all(),
            DomainManagerCases.all(),
            InstanceCases.all());

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
