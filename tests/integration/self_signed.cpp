// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/self_signed.h"

#include <boost/asio/ssl/context.hpp>

#include <cstdio>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace {

template<typename Write>
void write(const std::string& path, Write write)
{
    if (std::FILE* out = std::fopen(path.c_str(), "wb")) {
        write(out);
        std::fclose(out);
    }
}

} // namespace

SelfSigned::SelfSigned(const std::string& file, const char* names)
    : m_file(file)
    , m_context(std::make_unique<boost::asio::ssl::context>(boost::asio::ssl::context::tls_server))
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), X509_free);
    constexpr long kDay = 24 * 60 * 60;
    X509_set_version(made.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(made.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(made.get()), -kDay);
    X509_gmtime_adj(X509_getm_notAfter(made.get()), kDay);
    X509_set_pubkey(made.get(), key.get());
    X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>("gavel test"), -1, -1, 0);
    X509_set_issuer_name(made.get(), X509_get_subject_name(made.get()));
    X509V3_CTX about{};
    X509V3_set_ctx(&about, made.get(), made.get(), nullptr, nullptr, 0);
    for (const auto& [kind, text] :
         {std::pair{NID_subject_alt_name, names}, std::pair{NID_basic_constraints, "CA:TRUE"}}) {
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &about, kind, text);
        X509_add_ext(made.get(), extension, -1);
        X509_EXTENSION_free(extension);
    }
    X509_sign(made.get(), key.get(), EVP_sha256());
    write(certificate(), [&](std::FILE* out) { PEM_write_X509(out, made.get()); });
    write(file + ".key", [&](std::FILE* out) {
        PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    m_context->use_certificate_chain_file(certificate());
    m_context->use_private_key_file(file + ".key", boost::asio::ssl::context::pem);
}

SelfSigned::~SelfSigned() = default;
