package dev.allmende.conformance.image;

import dev.allmende.conformance.testcase.TestCase;
import java.util.List;
import java.util.stream.Stream;

/** Every test case about images. */
public final class ImageCases {

    private ImageCases() {}

    public static List<TestCase> all() {
        return Stream.of(
                        PropertyChecks.all().stream().map(PropertyCheck::testCase),
                        Stream.of(Recency.testCase(), GenericUniqueness.testCase()),
                        StandardImages.testCases().stream())
                .flatMap(cases -> cases)
                .toList();
    }
}
