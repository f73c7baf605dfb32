package dev.allmende.central.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class Ec2CredentialsTest {

    private static final MadeUpStore STORE = new MadeUpStore();

    private final Ec2Credentials credentials = new Ec2Credentials(STORE.cloud(), new Random(7));

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void eachOwnerAndGenerationHasAnAccessKeyOfItsOwn() {
        assertThat(Ec2Credentials.accessKey("uid", 1))
                .isEqualTo(Ec2Credentials.accessKey("uid", 1))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(Ec2Credentials.accessKey("uid", 2))
                .isNotEqualTo(Ec2Credentials.accessKey("other", 1));
    }

    @Test
    void aPairIsMadeFoundAgainAndRemoved() {
        var access = Ec2Credentials.accessKey("uid-1", 1);
        assertThat(credentials.find(access)).isEmpty();
        var made = credentials.create(access);
        assertThat(made.access()).isEqualTo(access);
        assertThat(made.secret()).matches("[0-9a-f]{40}");
        assertThat(credentials.find(access)).contains(made);
        assertThat(credentials.all()).contains(access);
        assertThat(made.toString()).doesNotContain(made.secret());

        assertThatThrownBy(() -> credentials.create(access))
                .isInstanceOfSatisfying(
                        OpenStackException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));

        credentials.delete(access);
        assertThat(credentials.find(access)).isEmpty();
        credentials.delete(access);
    }
}
