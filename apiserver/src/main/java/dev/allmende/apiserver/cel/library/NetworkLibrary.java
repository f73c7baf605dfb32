package dev.allmende.apiserver.cel.library;

import static dev.allmende.apiserver.cel.library.Kind.STRING;

import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.schema.IpAddress;
import dev.cel.common.types.SimpleType;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code ip('10.0.0.1').isLoopback()}, {@code cidr('10.0.0.0/8').containsIP(...)}. */
final class NetworkLibrary {

    private static final Kind<IpAddress> IP = Kind.opaque("net.IP", IpAddress.class);
    private static final Kind<Network> CIDR = Kind.opaque("net.CIDR", Network.class);

    private NetworkLibrary() {}

    static void addTo(Functions f) {
        f.global("ip", "string_to_ip", IP.type(), STRING, NetworkLibrary::ip);
        f.global("isIP", "is_ip", SimpleType.BOOL, STRING, text -> find(text).isPresent());
        f.global("string", "ip_to_string", SimpleType.STRING, IP, IpText::of);
        f.global(
                "ip.isCanonical",
                "ip_is_canonical",
                SimpleType.BOOL,
                STRING,
                text -> IpText.of(ip(text)).equals(text));
        f.member("family", "ip_family", SimpleType.INT, IP, ip -> ip.bytes().length == 4 ? 4L : 6L);
        test(f, "isUnspecified", "ip_is_unspecified", NetworkLibrary::isUnspecified);
        test(f, "isLoopback", "ip_is_loopback", NetworkLibrary::isLoopback);
        test(f, "isLinkLocalMulticast", "ip_is_link_local_multicast", NetworkLibrary::isLinkLocalMulticast);
        test(f, "isLinkLocalUnicast", "ip_is_link_local_unicast", NetworkLibrary::isLinkLocalUnicast);
        test(f, "isGlobalUnicast", "ip_is_global_unicast", NetworkLibrary::isGlobalUnicast);
        addCidrTo(f);
    }

    private static void addCidrTo(Functions f) {
        f.global("cidr", "string_to_cidr", CIDR.type(), STRING, NetworkLibrary::cidr);
        f.global(
                "isCIDR",
                "is_cidr",
                SimpleType.BOOL,
                STRING,
                text -> findCidr(text).isPresent());
        f.global("string", "cidr_to_string", SimpleType.STRING, CIDR, Network::toString);
        f.member(
                "containsIP",
                "cidr_contains_ip_string",
                SimpleType.BOOL,
                CIDR,
                STRING,
                (network, text) -> network.contains(find(text).orElseThrow(NetworkLibrary::noOverload)));
        f.member("containsIP", "cidr_contains_ip_ip", SimpleType.BOOL, CIDR, IP, Network::contains);
        f.member(
                "containsCIDR",
                "cidr_contains_cidr_string",
                SimpleType.BOOL,
                CIDR,
                STRING,
                (network, text) -> network.contains(findCidr(text).orElseThrow(NetworkLibrary::noOverload)));
        f.member("containsCIDR", "cidr_contains_cidr", SimpleType.BOOL, CIDR, CIDR, Network::contains);
        f.member("ip", "cidr_ip", IP.type(), CIDR, Network::address);
        f.member("prefixLength", "cidr_prefix_length", SimpleType.INT, CIDR, network -> (long) network.bits());
        f.member("masked", "cidr_masked", CIDR.type(), CIDR, Network::masked);
    }

    private static void test(Functions f, String name, String id, Predicate<IpAddress> test) {
        f.member(name, id, SimpleType.BOOL, IP, test::test);
    }

    private static RuleFault noOverload() {
        return new RuleFault("no such overload");
    }

    private static Optional<IpAddress> find(String text) {
        return Optional.ofNullable(IpAddress.parse(text)).filter(ip -> !isMapped(ip));
    }

    private static Optional<Network> findCidr(String text) {
        return Network.parse(text).filter(network -> !isMapped(network.address()));
    }

    private static IpAddress ip(String text) {
        var quoted = Quoted.text(text);
        var ip = IpAddress.parse(text);
        if (ip == null) {
            throw new RuleFault(
                    "IP Address %s parse error during conversion from string: ParseAddr(%s): unable to parse IP"
                            .formatted(quoted, quoted));
        }
        if (isMapped(ip)) {
            throw new RuleFault("IPv4-mapped IPv6 address %s is not allowed".formatted(quoted));
        }
        return ip;
    }

    private static Network cidr(String text) {
        return findCidr(text)
                .orElseThrow(() -> new RuleFault(
                        "network address parse error during conversion from string: %s".formatted(Quoted.text(text))));
    }

    /** {@code ::ffff:a.b.c.d}. */
    private static boolean isMapped(IpAddress ip) {
        var bytes = ip.bytes();
        if (bytes.length != 16 || bytes[10] != -1 || bytes[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnspecified(IpAddress ip) {
        for (var octet : ip.bytes()) {
            if (octet != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLoopback(IpAddress ip) {
        return ip.bytes().length == 4 ? ip.bytes()[0] == 127 : IpText.of(ip).equals("::1");
    }

    private static boolean isLinkLocalUnicast(IpAddress ip) {
        var bytes = ip.bytes();
        return bytes.length == 4 ? starts(bytes, 169, 254) : (bytes[0] & 255) == 0xfe && (bytes[1] & 0xc0) == 0x80;
    }

    private static boolean isLinkLocalMulticast(IpAddress ip) {
        var bytes = ip.bytes();
        return bytes.length == 4
                ? starts(bytes, 224, 0) && bytes[2] == 0
                : (bytes[0] & 255) == 0xff && (bytes[1] & 0x0f) == 2;
    }

    private static boolean isMulticast(IpAddress ip) {
        int first = ip.bytes()[0] & 255;
        return ip.bytes().length == 4 ? first >= 224 && first < 240 : first == 0xff;
    }

    private static boolean isGlobalUnicast(IpAddress ip) {
        boolean broadcast = ip.bytes().length == 4 && IpText.of(ip).equals("255.255.255.255");
        return !broadcast && !isUnspecified(ip) && !isLoopback(ip) && !isMulticast(ip) && !isLinkLocalUnicast(ip);
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return (bytes[0] & 255) == first && (bytes[1] & 255) == second;
    }
}
