package dev.allmende.openstack.transport;

import java.security.KeyManagementException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A TLS context that is made at the first connection. HttpClient wants one in any case, and making it (ciphers, random
 * numbers) costs a third of the start-up of a run against a cloud that speaks plain HTTP.
 */
final class LazyTls extends SSLContextSpi {

    private final Supplier<SSLContext> making;
    private @Nullable SSLContext made;

    private LazyTls(Supplier<SSLContext> making) {
        this.making = making;
    }

    static SSLContext of(Supplier<SSLContext> making) {
        return new SSLContext(new LazyTls(making), new Named(), "TLS") {};
    }

    /** Only a name, for messages of the JDK. */
    private static final class Named extends Provider {
        Named() {
            super("allmende", "1", "TLS made when needed");
        }
    }

    private synchronized SSLContext context() {
        var context = made;
        if (context == null) {
            context = making.get();
            made = context;
        }
        return context;
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        return context().createSSLEngine();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        return context().createSSLEngine(host, port);
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return context().getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        return context().getServerSocketFactory();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return context().getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return context().getClientSessionContext();
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
            throws KeyManagementException {
        throw new KeyManagementException("already set up");
    }
}
