package dev.allmende.central.objectbucketcredentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.central.bucket.Ec2Credentials;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RingTest {

    private static List<String> keys(String owner, long... numbers) {
        return LongStream.of(numbers)
                .mapToObj(number -> Ec2Credentials.accessKey(owner, number))
                .toList();
    }

    @Test
    void theNewestPairIsInUseAndTheOthersAreOld() {
        var ring = Ring.of("uid", 3, keys("uid", 4, 3)).orElseThrow();
        assertThat(ring.access()).isEqualTo(Ec2Credentials.accessKey("uid", 4));
        assertThat(ring.old()).isEqualTo(keys("uid", 3));
    }

    @Test
    void aPairIsFoundAlsoWhenNothingIsKnown() {
        assertThat(Ring.of("uid", 0, keys("uid", 1234)).orElseThrow().current()).isEqualTo(1234);
    }

    @Test
    void pairsOfOthersAreNone() {
        assertThat(Ring.of("uid", 0, keys("other", 1, 2))).isEmpty();
        assertThat(Ring.of("uid", 0, List.of("handmade"))).isEmpty();
    }
}
