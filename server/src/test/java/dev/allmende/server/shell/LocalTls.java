package dev.allmende.server.shell;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.allmende.apiserver.tls.CertificateAuthority;
import dev.allmende.apiserver.tls.Wanted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** An authority of its own for servers of a test, and who trusts it. */
final class LocalTls {

    private final String authorityPem;
    private final SSLContext context;

    LocalTls(Path folder) throws IOException, GeneralSecurityException {
        var authority = CertificateAuthority.open(folder, Clock.systemUTC(), new SecureRandom());
        authorityPem = authority.pem();
        context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {
                    authority.kept("server", Wanted.Server.local(List.of())).keyManager()
                },
                null,
                null);
    }

    /** On a free port, not yet started. */
    HttpsServer server() throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    SSLContext trust() {
        return Browser.trusting(authorityPem);
    }
}
