package dev.allmende.conformance.catalog;

import dev.allmende.conformance.testcase.TestCase;
import java.util.List;
import java.util.stream.Stream;

/** Every test case about the service catalog. */
public final class CatalogCases {

    private CatalogCases() {}

    public static List<TestCase> all() {
        return Stream.concat(
                        MandatoryService.all().stream().map(MandatoryService::testCase),
                        Stream.of(SwiftS3.testCase(), SupportedServices.testCase()))
                .toList();
    }
}
