package dev.allmende.openstack.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.network.Port;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    private static JsonNode json(String text) {
        return Json.tree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|1.0|true",
                "1|2|false",
                "null|''|true",
                "'a'|null|false",
                "['a','b']|['b','a']|true",
                "['a','a']|['a','b']|false",
                "['a']|['a','b']|false",
                "{'a':1}|{'a':1,'b':2}|true",
                "{'a':1,'b':null}|{'a':1}|true",
                "{'a':1}|{'a':2}|false",
                "[{'subnet_id':'s'}]|[{'subnet_id':'s','ip_address':'10.0.0.2'}]|true",
                "[{'subnet_id':'s'},{'subnet_id':'t'}]|[{'subnet_id':'s'},{'subnet_id':'s'}]|false",
            })
    void askNoMoreOfTheCloudThanWasWished(String want, String have, boolean same) {
        assertThat(Difference.covers(json(want), json(have))).isEqualTo(same);
    }

    @Test
    void leavesOutWhatTheServiceNeverShows() {
        var port = new Port(json("{'id':'p','name':'old','admin_state_up':true}"));
        var wish = new Port.Wish().name("new").adminUp(true).dnsName("never.shown");
        assertThat(Difference.between(wish, port)).extracting(Difference::field).containsExactly("name");
    }
}
