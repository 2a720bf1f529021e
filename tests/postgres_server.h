#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <arpa/inet.h>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace neuraxis::test {

/// A PostgreSQL server of its own: in a temporary folder, on this machine's loopback only, gone with the object or the
/// test that made it. It trusts everybody, and asks no disk to wait.
class PostgresServer {
  public:
    ~PostgresServer() { stop(SIGQUIT); }

    /// Where Debian puts initdb and postgres; empty where they are not installed.
    static QString programs() {
        const QDir versions(QStringLiteral("/usr/lib/postgresql"));
        for (const QString& version :
             versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed))
            if (QFileInfo::exists(versions.filePath(version + QStringLiteral("/bin/initdb"))))
                return versions.filePath(version + QStringLiteral("/bin/"));
        return {};
    }

    /// A new, empty server. False with what its programs said on error().
    bool create() {
        if (geteuid() == 0 && chown(QFile::encodeName(folder.path()).constData(), user()->pw_uid, user()->pw_gid) != 0)
            return false;
        QProcess init;
        asUser(init);
        init.start(programs() + QStringLiteral("initdb"),
                   {QStringLiteral("-D"), data(), QStringLiteral("-U"), QStringLiteral("keeper"), QStringLiteral("-A"),
                    QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--locale=C"),
                    QStringLiteral("--no-sync"), QStringLiteral("--no-instructions")});
        if (!init.waitForFinished(60000) || init.exitCode() != 0) {
            said = init.readAllStandardError();
            return false;
        }
        port = freePort();
        return start();
    }

    bool start() {
        asUser(server);
        server.setStandardErrorFile(folder.filePath(QStringLiteral("log")));
        QStringList arguments{QStringLiteral("-D"), data(), QStringLiteral("-p"), QString::number(port)};
        for (const char* setting : {"listen_addresses=127.0.0.1,127.0.0.2", "unix_socket_directories=", "fsync=off",
                                    "full_page_writes=off", "max_connections=60", "shared_buffers=32MB"})
            arguments << QStringLiteral("-c") << QLatin1String(setting);
        server.start(programs() + QStringLiteral("postgres"), arguments);
        QElapsedTimer waited;
        waited.start();
        while (server.state() != QProcess::NotRunning && waited.elapsed() < 30000) {
            if (QProcess::execute(programs() + QStringLiteral("pg_isready"),
                                  {QStringLiteral("-q"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"),
                                   QStringLiteral("-p"), QString::number(port)}) == 0)
                return true;
            QTest::qWait(20);
        }
        said = "the server does not start";
        return false;
    }

    /// Ends all connections; with SIGQUIT without tidying up.
    void stop(int signal = SIGINT) {
        if (server.state() == QProcess::NotRunning) return;
        kill(static_cast<pid_t>(server.processId()), signal);
        server.waitForFinished(30000);
    }

    [[nodiscard]] QString address(const QString& database, const QString& role = QStringLiteral("keeper"),
                                  const QString& host = QStringLiteral("127.0.0.1")) const {
        return QStringLiteral("postgresql://%1@%2:%3/%4").arg(role, host).arg(port).arg(database);
    }
    [[nodiscard]] QByteArray error() const { return said; }

  private:
    static quint16 freePort() {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        const int probe = socket(AF_INET, SOCK_STREAM, 0);
        if (bind(probe, reinterpret_cast<sockaddr*>(&address), size) == 0)
            getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
        close(probe);
        return ntohs(address.sin_port);
    }

    [[nodiscard]] QString data() const { return folder.filePath(QStringLiteral("data")); }

    /// The server refuses to run as root.
    static const passwd* user() {
        const passwd* known = getpwnam("postgres");
        return known ? known : getpwnam("nobody");
    }
    static void asUser(QProcess& process) {
        const passwd* other = geteuid() == 0 ? user() : nullptr;
        const uid_t uid = other ? other->pw_uid : 0;
        const gid_t gid = other ? other->pw_gid : 0;
        process.setWorkingDirectory(QStringLiteral("/"));
        process.setChildProcessModifier([uid, gid] {
            if (uid && (setgroups(0, nullptr) != 0 || setgid(gid) != 0 || setuid(uid) != 0)) _exit(1);
            prctl(PR_SET_PDEATHSIG, SIGINT); // a test that was killed leaves no server behind
        });
    }

    QTemporaryDir folder;
    QProcess server;
    quint16 port = 0;
    QByteArray said;
};

} // namespace neuraxis::test
