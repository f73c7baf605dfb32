package dev.allmende.apiserver.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** What a certificate is to say. */
public sealed interface Wanted {

    /** Whether a certificate says just this. */
    boolean saidBy(X509Certificate certificate);

    /** @param names host names and addresses; the first becomes the subject's common name */
    record Server(List<String> names) implements Wanted {

        private static final int DNS_NAME = 2;
        private static final int ADDRESS = 7;

        public Server {
            names = names.stream().map(Server::canonical).distinct().toList();
            if (names.isEmpty()) {
                throw new IllegalArgumentException("a server needs a name");
            }
        }

        /** {@code localhost}, its addresses, and the names given. */
        public static Server local(Collection<String> more) {
            var names = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
            names.addAll(more);
            return new Server(names);
        }

        private static String canonical(String name) {
            return address(name).map(InetAddress::getHostAddress).orElse(name);
        }

        static Optional<InetAddress> address(String name) {
            try {
                return Optional.of(InetAddress.ofLiteral(name));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public boolean saidBy(X509Certificate certificate) {
            var said = new TreeSet<String>();
            try {
                var all = certificate.getSubjectAlternativeNames();
                if (all == null) {
                    return false;
                }
                for (var entry : all) {
                    if (entry.getFirst() instanceof Integer kind && (kind == DNS_NAME || kind == ADDRESS)) {
                        said.add(canonical(entry.get(1).toString()));
                    }
                }
            } catch (CertificateParsingException e) {
                return false;
            }
            return said.equals(new TreeSet<>(names));
        }
    }

    /**
     * A client of the API server.
     *
     * @param user becomes the common name
     * @param groups become organisations
     */
    record Client(String user, List<String> groups) implements Wanted {

        /** May do everything: a member of {@code system:masters}. */
        public static final Client ADMIN = new Client("allmende-admin", List.of("system:masters"));

        public Client {
            groups = List.copyOf(groups);
        }

        @Override
        public boolean saidBy(X509Certificate certificate) {
            try {
                var said = new LdapName(certificate.getSubjectX500Principal().getName());
                return said.equals(subject());
            } catch (InvalidNameException e) {
                return false;
            }
        }

        private LdapName subject() throws InvalidNameException {
            var elements = new ArrayList<Rdn>();
            for (var group : groups) {
                elements.add(new Rdn("O", group));
            }
            elements.add(new Rdn("CN", user));
            return new LdapName(elements);
        }
    }
}
