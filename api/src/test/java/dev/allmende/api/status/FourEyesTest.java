package dev.allmende.api.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FourEyesTest {

    FourEyesTest() {}

    private static JsonNode spec(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree("{" + json.replace('\'', '"') + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    "" | 'start':'1' | true
                    "" | 'start':'1','requestedBy':'me' | true
                    "" | 'start':'1','requestedBy':'other' | false
                    "" | 'start':'1','approval':'Required','requestedBy':'me' | true
                    "" | 'start':'1','approval':'Required' | false
                    "" | 'start':'1','approval':'Required','requestedBy':'other','approvedBy':'me' | false
                    'approval':'Required','requestedBy':'other' | 'approval':'Required','requestedBy':'other','approvedBy':'me' | true
                    'approval':'Required','requestedBy':'me' | 'approval':'Required','requestedBy':'me','approvedBy':'other' | false
                    'approval':'Required','requestedBy':'me' | 'approval':'Required','requestedBy':'other','approvedBy':'me' | false
                    'approval':'Required','requestedBy':'me' | 'approval':'NotNeeded','requestedBy':'me' | false
                    'approval':'Required','start':'1','requestedBy':'me','approvedBy':'b' | 'approval':'Required','start':'2','requestedBy':'me','approvedBy':'b' | false
                    'approval':'Required','start':'1','requestedBy':'me','approvedBy':'b' | 'approval':'Required','start':'2','requestedBy':'me' | true
                    'approval':'Required','start':'1','requestedBy':'a','approvedBy':'b' | 'approval':'Required','start':'1','requestedBy':'a','approvedBy':'b','ticket':'x','affects':[] | true
                    'approval':'Required','start':'1','requestedBy':'a' | 'approval':'Required','start':'2','requestedBy':'a','approvedBy':'me' | false
                    'start':'1' | 'start':'2' | true
                    """)
    void everybodyWritesTheirOwnNameAndAnotherPlanIsApprovedAnew(String old, String now, boolean may)
            throws JsonProcessingException {
        assertThat(FourEyes.refusal(spec(old), spec(now), "me").isEmpty()).isEqualTo(may);
    }

    @Test
    void allThatIsApprovedIsAFieldOfTheSpec() {
        var fields = Stream.of(MaintenanceSpec.class.getRecordComponents()).map(field -> field.getName());
        assertThat(fields).containsAll(FourEyes.PLAN);
    }
}
