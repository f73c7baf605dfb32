package dev.allmende.apiserver.authn;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Client certificates: the common name is the user, each organisation a group (Kubernetes apiserver,
 * authentication/request/x509). A chain is judged once and remembered; its end is looked at every time.
 */
@SuppressWarnings("JavaUtilDate") // what the JDK's certificates speak
public final class ClientCertificates {

    /** In a user's extra: which credential it was. */
    static final String CREDENTIAL_ID = "authentication.kubernetes.io/credential-id";

    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USAGE = "2.5.29.37.0";
    private static final int MOST = 10_000;

    /** What a chain says. */
    public sealed interface Verdict {}

    /** A chain that leads to one of the authorities. */
    public record Known(User user) implements Verdict {}

    /** A good chain for nobody: its subject has no common name. */
    public record Nameless() implements Verdict {}

    /** A chain that is worth nothing. */
    public record Refused(String reason) implements Verdict {}

    private final Set<TrustAnchor> anchors;
    private final InstantSource clock;
    private final Map<X509Certificate, Verdict> good = new ConcurrentHashMap<>();

    /** @param authorities whose signature makes a client certificate good; without any, none is */
    public ClientCertificates(List<X509Certificate> authorities, InstantSource clock) {
        this.anchors = authorities.stream()
                .map(authority -> new TrustAnchor(authority, null))
                .collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
    }

    /** @param chain not empty, the client's own certificate first */
    public Verdict judge(List<X509Certificate> chain) {
        var own = chain.getFirst();
        var now = Date.from(clock.instant());
        var known = good.get(own);
        if (known != null && !now.after(own.getNotAfter())) {
            return known;
        }
        try {
            verify(chain, now);
            var verdict = verdictOn(own);
            if (good.size() >= MOST) {
                good.clear();
            }
            good.put(own, verdict);
            return verdict;
        } catch (GeneralSecurityException | InvalidNameException e) {
            good.remove(own);
            return new Refused("client certificate %x: %s".formatted(own.getSerialNumber(), e.getMessage()));
        }
    }

    private void verify(List<X509Certificate> chain, Date now) throws GeneralSecurityException {
        if (anchors.isEmpty()) {
            throw new GeneralSecurityException("no authority for client certificates is known");
        }
        var parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(now);
        var path = CertificateFactory.getInstance("X.509").generateCertPath(withoutAnchor(chain));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
        var usages = chain.getFirst().getExtendedKeyUsage();
        if (usages != null && !usages.contains(CLIENT_AUTH) && !usages.contains(ANY_USAGE)) {
            throw new GeneralSecurityException("is not for client authentication");
        }
    }

    private List<X509Certificate> withoutAnchor(List<X509Certificate> chain) {
        boolean ends = chain.size() > 1
                && anchors.stream().anyMatch(anchor -> chain.getLast().equals(anchor.getTrustedCert()));
        return ends ? chain.subList(0, chain.size() - 1) : chain;
    }

    private static Verdict verdictOn(X509Certificate own) throws GeneralSecurityException, InvalidNameException {
        var name = "";
        var groups = new ArrayList<String>();
        for (var rdn : new LdapName(own.getSubjectX500Principal().getName()).getRdns()) {
            for (var part : parts(rdn)) {
                switch (part.getType()) {
                    case "CN" -> name = part.getValue().toString();
                    case "O" -> groups.add(part.getValue().toString());
                    default -> {
                        // says nothing about who it is
                    }
                }
            }
        }
        if (name.isEmpty()) {
            return new Nameless();
        }
        var digest = MessageDigest.getInstance("SHA-256").digest(own.getEncoded());
        var credential = "X509SHA256=" + HexFormat.of().formatHex(digest);
        return new Known(new User(name, "", groups, Map.of(CREDENTIAL_ID, List.of(credential))));
    }

    /** The parts of a name's element; mostly it has just one. */
    private static List<Rdn> parts(Rdn rdn) throws InvalidNameException {
        if (rdn.size() == 1) {
            return List.of(rdn);
        }
        var parts = new ArrayList<Rdn>();
        try {
            for (var all = rdn.toAttributes().getAll(); all.hasMore(); ) {
                var attribute = all.next();
                for (var values = attribute.getAll(); values.hasMore(); ) {
                    parts.add(new Rdn(attribute.getID(), values.next()));
                }
            }
        } catch (InvalidNameException e) {
            throw e;
        } catch (NamingException e) {
            throw (InvalidNameException) new InvalidNameException(e.getMessage()).initCause(e);
        }
        return parts;
    }
}
