#pragma once

#include <QByteArray>
#include <QList>
#include <vector>

namespace neuraxis::io {

/// One entry of Siemens' CSA header.
struct CsaField {
    QByteArray name, vr;
    QList<QByteArray> values; ///< Texts, also of numbers
};

/// The entries of a CSA header of either version (domain.md 2.4), as far as it is whole; empty when it is none.
std::vector<CsaField> readCsa(QByteArrayView csa);
/// Entries as a CSA header of the second version, as scanners write them.
QByteArray writeCsa(const std::vector<CsaField>& fields);
/// The numbers under one name; empty when it is absent.
std::vector<double> csaNumbers(const std::vector<CsaField>& csa, QByteArrayView name);
/// The first text under one name.
QByteArray csaText(const std::vector<CsaField>& csa, QByteArrayView name);

/// A line "key = value" of the protocol that Siemens scanners write between ASCCONV marks.
struct ProtocolLine {
    QByteArray key, value;
};
/// The lines between the marks; empty when there are none.
std::vector<ProtocolLine> readProtocol(QByteArrayView text);

} // namespace neuraxis::io
