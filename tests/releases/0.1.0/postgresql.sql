--
-- PostgreSQL database dump
--

\restrict aIB9m5KQmteV4nJmC4z9ofrCPejhdkd4wbZ9PdzmrEtD44mepebwQzrSPSfJyG9

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: audit_entries_keep(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_entries_keep() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'the audit is only ever added to'; END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: account_roles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_roles (
    account_id character varying NOT NULL,
    programme character varying NOT NULL,
    role character varying NOT NULL,
    CONSTRAINT ck_account_roles_role CHECK (((role)::text = ANY ((ARRAY['nominator'::character varying, 'family'::character varying, 'coordinator'::character varying, 'duty'::character varying, 'chair'::character varying, 'lead'::character varying, 'analyst'::character varying, 'administrator'::character varying, 'auditor'::character varying])::text[])))
);


--
-- Name: accounts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.accounts (
    id character varying NOT NULL,
    email_index character varying NOT NULL,
    email bytea NOT NULL,
    display_name bytea NOT NULL,
    job_title character varying,
    agency_id character varying,
    password_hash character varying NOT NULL,
    demo boolean NOT NULL,
    closed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: agencies; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.agencies (
    id character varying NOT NULL,
    name character varying NOT NULL
);


--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: alerts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alerts (
    id character varying NOT NULL,
    thread_id character varying,
    programme character varying,
    level character varying NOT NULL,
    reasons jsonb NOT NULL,
    source character varying NOT NULL,
    data_key_id character varying NOT NULL,
    words bytea,
    at timestamp with time zone NOT NULL,
    received_at timestamp with time zone NOT NULL,
    escalated_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    acknowledged_by character varying,
    note bytea
);


--
-- Name: audit_entries; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entries (
    seq integer NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id character varying,
    action character varying NOT NULL,
    object_kind character varying NOT NULL,
    object_id character varying NOT NULL,
    programme character varying,
    detail jsonb NOT NULL,
    hash character varying NOT NULL
);


--
-- Name: button_tokens; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.button_tokens (
    thread_id character varying NOT NULL,
    token_hash character varying NOT NULL,
    body bytea NOT NULL,
    issued_at timestamp with time zone NOT NULL
);


--
-- Name: consent_records; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consent_records (
    id character varying NOT NULL,
    nomination_id character varying NOT NULL,
    programme character varying NOT NULL,
    n integer NOT NULL,
    purpose character varying,
    state character varying NOT NULL,
    wording_version character varying,
    body bytea NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    date character varying
);


--
-- Name: data_keys; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.data_keys (
    id character varying NOT NULL,
    wrapped bytea,
    created_at timestamp with time zone NOT NULL,
    destroyed_at timestamp with time zone
);


--
-- Name: decisions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.decisions (
    id character varying NOT NULL,
    nomination_id character varying NOT NULL,
    programme character varying NOT NULL,
    nomination_version integer NOT NULL,
    kind character varying NOT NULL,
    stream character varying,
    status character varying NOT NULL,
    reason bytea,
    decider_id character varying NOT NULL,
    decider_role character varying NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: families; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.families (
    id character varying NOT NULL,
    programme character varying NOT NULL,
    data_key_id character varying NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: family_marks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.family_marks (
    family_id character varying NOT NULL,
    kind character varying NOT NULL,
    value_index character varying NOT NULL,
    programme character varying NOT NULL
);


--
-- Name: judgements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.judgements (
    id character varying NOT NULL,
    nomination_id character varying NOT NULL,
    programme character varying NOT NULL,
    n integer NOT NULL,
    programme_version character varying NOT NULL,
    cause character varying NOT NULL,
    verdict character varying NOT NULL,
    stream character varying,
    path character varying,
    body bytea NOT NULL,
    account_id character varying,
    at timestamp with time zone NOT NULL
);


--
-- Name: mails; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mails (
    id character varying NOT NULL,
    account_id character varying NOT NULL,
    template character varying NOT NULL,
    programme character varying,
    cause character varying NOT NULL,
    attempts integer NOT NULL,
    next_try_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    given_up_at timestamp with time zone
);


--
-- Name: nominations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.nominations (
    id character varying NOT NULL,
    reference character varying NOT NULL,
    programme character varying NOT NULL,
    programme_version character varying NOT NULL,
    family_id character varying NOT NULL,
    thread_id character varying,
    account_id character varying,
    audience character varying NOT NULL,
    channel character varying NOT NULL,
    status character varying NOT NULL,
    verdict character varying NOT NULL,
    stream character varying,
    path character varying,
    safety character varying NOT NULL,
    out_of_area boolean NOT NULL,
    data_key_id character varying NOT NULL,
    content bytea,
    nominator bytea,
    version integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone
);


--
-- Name: sessions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sessions (
    id character varying NOT NULL,
    account_id character varying NOT NULL,
    kind character varying NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_sessions_kind CHECK (((kind)::text = ANY ((ARRAY['cookie'::character varying, 'bearer'::character varying])::text[])))
);


--
-- Name: sign_in_attempts; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_in_attempts (
    id integer NOT NULL,
    subject character varying NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: sign_in_attempts_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.sign_in_attempts_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: sign_in_attempts_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.sign_in_attempts_id_seq OWNED BY public.sign_in_attempts.id;


--
-- Name: thread_messages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.thread_messages (
    thread_id character varying NOT NULL,
    n integer NOT NULL,
    direction character varying NOT NULL,
    kind character varying NOT NULL,
    body bytea,
    notice character varying,
    delivery_hash character varying,
    answers integer,
    at timestamp with time zone NOT NULL
);


--
-- Name: threads; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.threads (
    id character varying NOT NULL,
    account_id character varying NOT NULL,
    channel character varying NOT NULL,
    conversation_index character varying NOT NULL,
    page boolean NOT NULL,
    audience character varying NOT NULL,
    programme character varying,
    data_key_id character varying NOT NULL,
    state character varying NOT NULL,
    reference character varying,
    version integer NOT NULL,
    last_n integer NOT NULL,
    said integer NOT NULL,
    content bytea,
    open_question bytea,
    judgement bytea,
    created_at timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL
);


--
-- Name: sign_in_attempts id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_attempts ALTER COLUMN id SET DEFAULT nextval('public.sign_in_attempts_id_seq'::regclass);


--
-- Data for Name: account_roles; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.account_roles VALUES ('6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'kingston-richmond', 'nominator');
INSERT INTO public.account_roles VALUES ('6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'maidstone', 'nominator');
INSERT INTO public.account_roles VALUES ('6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'rotherham', 'nominator');
INSERT INTO public.account_roles VALUES ('6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'sevenoaks', 'nominator');
INSERT INTO public.account_roles VALUES ('6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'supporting-families', 'nominator');
INSERT INTO public.account_roles VALUES ('6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'tonbridge-malling', 'nominator');
INSERT INTO public.account_roles VALUES ('ed15d939-8017-45b5-b220-b036c0010ecc', 'kingston-richmond', 'family');
INSERT INTO public.account_roles VALUES ('ed15d939-8017-45b5-b220-b036c0010ecc', 'maidstone', 'family');
INSERT INTO public.account_roles VALUES ('ed15d939-8017-45b5-b220-b036c0010ecc', 'rotherham', 'family');
INSERT INTO public.account_roles VALUES ('ed15d939-8017-45b5-b220-b036c0010ecc', 'sevenoaks', 'family');
INSERT INTO public.account_roles VALUES ('ed15d939-8017-45b5-b220-b036c0010ecc', 'supporting-families', 'family');
INSERT INTO public.account_roles VALUES ('ed15d939-8017-45b5-b220-b036c0010ecc', 'tonbridge-malling', 'family');
INSERT INTO public.account_roles VALUES ('ec822b9b-0eea-426e-8994-c985f268afef', 'kingston-richmond', 'coordinator');
INSERT INTO public.account_roles VALUES ('ec822b9b-0eea-426e-8994-c985f268afef', 'maidstone', 'coordinator');
INSERT INTO public.account_roles VALUES ('ec822b9b-0eea-426e-8994-c985f268afef', 'rotherham', 'coordinator');
INSERT INTO public.account_roles VALUES ('ec822b9b-0eea-426e-8994-c985f268afef', 'sevenoaks', 'coordinator');
INSERT INTO public.account_roles VALUES ('ec822b9b-0eea-426e-8994-c985f268afef', 'supporting-families', 'coordinator');
INSERT INTO public.account_roles VALUES ('ec822b9b-0eea-426e-8994-c985f268afef', 'tonbridge-malling', 'coordinator');
INSERT INTO public.account_roles VALUES ('156d752f-fb45-44da-8e85-dbedfceffe79', 'kingston-richmond', 'duty');
INSERT INTO public.account_roles VALUES ('156d752f-fb45-44da-8e85-dbedfceffe79', 'maidstone', 'duty');
INSERT INTO public.account_roles VALUES ('156d752f-fb45-44da-8e85-dbedfceffe79', 'rotherham', 'duty');
INSERT INTO public.account_roles VALUES ('156d752f-fb45-44da-8e85-dbedfceffe79', 'sevenoaks', 'duty');
INSERT INTO public.account_roles VALUES ('156d752f-fb45-44da-8e85-dbedfceffe79', 'supporting-families', 'duty');
INSERT INTO public.account_roles VALUES ('156d752f-fb45-44da-8e85-dbedfceffe79', 'tonbridge-malling', 'duty');
INSERT INTO public.account_roles VALUES ('7186c4ca-4d26-470d-9c3c-5642ada983f6', 'kingston-richmond', 'chair');
INSERT INTO public.account_roles VALUES ('7186c4ca-4d26-470d-9c3c-5642ada983f6', 'maidstone', 'chair');
INSERT INTO public.account_roles VALUES ('7186c4ca-4d26-470d-9c3c-5642ada983f6', 'rotherham', 'chair');
INSERT INTO public.account_roles VALUES ('7186c4ca-4d26-470d-9c3c-5642ada983f6', 'sevenoaks', 'chair');
INSERT INTO public.account_roles VALUES ('7186c4ca-4d26-470d-9c3c-5642ada983f6', 'supporting-families', 'chair');
INSERT INTO public.account_roles VALUES ('7186c4ca-4d26-470d-9c3c-5642ada983f6', 'tonbridge-malling', 'chair');
INSERT INTO public.account_roles VALUES ('9e0763c6-654e-4c54-bebe-a8ab5ff79bc1', 'kingston-richmond', 'lead');
INSERT INTO public.account_roles VALUES ('9e0763c6-654e-4c54-bebe-a8ab5ff79bc1', 'maidstone', 'lead');
INSERT INTO public.account_roles VALUES ('9e0763c6-654e-4c54-bebe-a8ab5ff79bc1', 'rotherham', 'lead');
INSERT INTO public.account_roles VALUES ('9e0763c6-654e-4c54-bebe-a8ab5ff79bc1', 'sevenoaks', 'lead');
INSERT INTO public.account_roles VALUES ('9e0763c6-654e-4c54-bebe-a8ab5ff79bc1', 'supporting-families', 'lead');
INSERT INTO public.account_roles VALUES ('9e0763c6-654e-4c54-bebe-a8ab5ff79bc1', 'tonbridge-malling', 'lead');
INSERT INTO public.account_roles VALUES ('68972a13-2267-4ae2-8673-74c03c31f661', 'kingston-richmond', 'analyst');
INSERT INTO public.account_roles VALUES ('68972a13-2267-4ae2-8673-74c03c31f661', 'maidstone', 'analyst');
INSERT INTO public.account_roles VALUES ('68972a13-2267-4ae2-8673-74c03c31f661', 'rotherham', 'analyst');
INSERT INTO public.account_roles VALUES ('68972a13-2267-4ae2-8673-74c03c31f661', 'sevenoaks', 'analyst');
INSERT INTO public.account_roles VALUES ('68972a13-2267-4ae2-8673-74c03c31f661', 'supporting-families', 'analyst');
INSERT INTO public.account_roles VALUES ('68972a13-2267-4ae2-8673-74c03c31f661', 'tonbridge-malling', 'analyst');
INSERT INTO public.account_roles VALUES ('275b0c36-3b51-404e-8dfd-19c414f06103', 'kingston-richmond', 'administrator');
INSERT INTO public.account_roles VALUES ('275b0c36-3b51-404e-8dfd-19c414f06103', 'maidstone', 'administrator');
INSERT INTO public.account_roles VALUES ('275b0c36-3b51-404e-8dfd-19c414f06103', 'rotherham', 'administrator');
INSERT INTO public.account_roles VALUES ('275b0c36-3b51-404e-8dfd-19c414f06103', 'sevenoaks', 'administrator');
INSERT INTO public.account_roles VALUES ('275b0c36-3b51-404e-8dfd-19c414f06103', 'supporting-families', 'administrator');
INSERT INTO public.account_roles VALUES ('275b0c36-3b51-404e-8dfd-19c414f06103', 'tonbridge-malling', 'administrator');
INSERT INTO public.account_roles VALUES ('e8c1e898-2b4c-4cfe-90db-94d6e93b84cf', 'kingston-richmond', 'auditor');
INSERT INTO public.account_roles VALUES ('e8c1e898-2b4c-4cfe-90db-94d6e93b84cf', 'maidstone', 'auditor');
INSERT INTO public.account_roles VALUES ('e8c1e898-2b4c-4cfe-90db-94d6e93b84cf', 'rotherham', 'auditor');
INSERT INTO public.account_roles VALUES ('e8c1e898-2b4c-4cfe-90db-94d6e93b84cf', 'sevenoaks', 'auditor');
INSERT INTO public.account_roles VALUES ('e8c1e898-2b4c-4cfe-90db-94d6e93b84cf', 'supporting-families', 'auditor');
INSERT INTO public.account_roles VALUES ('e8c1e898-2b4c-4cfe-90db-94d6e93b84cf', 'tonbridge-malling', 'auditor');
INSERT INTO public.account_roles VALUES ('7298d954-d1c2-4e8d-bce3-cb01c789294c', 'sevenoaks', 'coordinator');


--
-- Data for Name: accounts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.accounts VALUES ('6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'b1a78e131f9c9b228acc1be257a1d64bd8d13cba33af5c709dbfd623d42d1a3e', '\x01f373545346a6aaebaa7e29251748bf43c18ee5b228edea70b03d187c886b1432582e4ea4dd00d3826dba737317300db721aa6bc1de', '\x01c8d825a9d6231f8eacef6ffba20b6be37f608c3e00ba01fbf502f6c50dcc6c9cb531e3f5c8957d786d', 'Pastoral lead', 'a18dc86d-7e58-4da2-8bc5-83d5a7e1be21', '$argon2id$v=19$m=19456,t=2,p=1$zl/8VwxjP74tE7+quzOZtQ$uWJWpziOQvrL7zqshgdV1vEjoHwrCOXk8JUG9Nq+vW8', true, NULL, '2026-11-22 16:32:17.687925+00');
INSERT INTO public.accounts VALUES ('ed15d939-8017-45b5-b220-b036c0010ecc', '1f5140422aadd59066db287e8e4c70f68d129922bcc63b06e15407075df54d1a', '\x01d6c96893856bcc0cdfc93e941fa16d57f0376de3268a2634723c09a6d85134425ce2253a89d0944dc3ee3c8b9d3ea5005e05', '\x0104381db69a09b838f5b1c40061d42c34520c09d1655ba6e855e2657403346bf14698f8c0d5eaf925dcca', NULL, NULL, '$argon2id$v=19$m=19456,t=2,p=1$t9Txsh+TBZcY2ztJqm+JLA$FFYkOm2f4bmzI5AAjBy/fjj8E77chMeOqtbM97Y093I', true, NULL, '2026-11-22 16:32:17.719744+00');
INSERT INTO public.accounts VALUES ('ec822b9b-0eea-426e-8994-c985f268afef', 'c4c5da214e8eb13753aad563bf06618de8e522ae38ffee1da389df1e51df81ce', '\x015870ee456f9ef2b315d90d6bf514038221a898fd29bb243f4e90e5c5943bc97c79889d9ab68a6c69cd95373c72227fd5f530cbe5d21fad', '\x013a9a0bbc02ffed631d457b365cc9b2e5c88a031f4d348368721ee757f9a2e600b7f3b656d28a83e39b0a', 'Family support coordinator', '91689f02-b71b-413c-90b3-a3541ed1968c', '$argon2id$v=19$m=19456,t=2,p=1$wMOHVsVTxrQAu61zJ67epQ$dJjcAkFxP5wIzbJQlKXu0bD+uEb2kcEfoB3rad0szhs', true, NULL, '2026-11-22 16:32:17.744263+00');
INSERT INTO public.accounts VALUES ('156d752f-fb45-44da-8e85-dbedfceffe79', '2a4be2634820064dff689c3e4c29859d9957289758e996506c6558345c7d84dc', '\x012b65fe115b3f655ce7f599fd201d93062e05d70df54e574c928ca212a70b3de356a3e121e29c7a2afc6da6451fb77730', '\x01d3ddc7ed1eb19adc75a6f1a2c07eac6a0994747f564e9a0ad8c41c4a09cf0cf18c71cd584cb246', 'Duty officer', '91689f02-b71b-413c-90b3-a3541ed1968c', '$argon2id$v=19$m=19456,t=2,p=1$TNb1rZ/OiNyevIr+KxgSVQ$5HL8dZUujCLVFaQ2/yz7TJ1TwEtwseMgpoGIQsd845k', true, NULL, '2026-11-22 16:32:17.770727+00');
INSERT INTO public.accounts VALUES ('7186c4ca-4d26-470d-9c3c-5642ada983f6', '426d2a2a2da9e203dbe140c5f58bf3d76338b1f7a3e4262b9c0f10f2f77442c4', '\x01228c50327acf2458d7c974252ad4bb3dcdbcf99987feb2c103e3d163cbf4a78b88729dcd9cd834773bc1e08d4455c90f4d', '\x0164fa8b4f11fa00f442ac5ce99850fc26e8ae262e92b3e5868d69489e17fcc28b6469030af04c8105b6', 'Chair of the meeting', '91689f02-b71b-413c-90b3-a3541ed1968c', '$argon2id$v=19$m=19456,t=2,p=1$eHq8ZTM+NaGM/5gzmov/Dw$gWojjvQ6aGIzPwH5Wtp2CnaTbXJBfO3AVtt+W9buAm4', true, NULL, '2026-11-22 16:32:17.817812+00');
INSERT INTO public.accounts VALUES ('9e0763c6-654e-4c54-bebe-a8ab5ff79bc1', '053176d1f87b41be665da25421a50780bf298083db692a60f79ca210bd24fc6e', '\x014bd20cf622277e1f1eb7ed139d02cb2b179d21e785dbfc35c027d7725b0fa2b6c1fd30a7aaddc2ca0808c8181b54c66e', '\x012014381c349d9056bffdf8bce6a5b63df6dcd911fb2856f767423cd130debe6d3c0c7ba4915599b740f0', 'Programme lead', '91689f02-b71b-413c-90b3-a3541ed1968c', '$argon2id$v=19$m=19456,t=2,p=1$zvd9k9oPZzIArTqVyXLzjQ$BSpgR5128BOnlJxrDmRlHGmC4AVR4xANJAbgGO/qXrY', true, NULL, '2026-11-22 16:32:17.845841+00');
INSERT INTO public.accounts VALUES ('68972a13-2267-4ae2-8673-74c03c31f661', '93b0753352eeec9d79ac861a089e3853676b2c3037d823f245ba43c5057a37a0', '\x017d9727a13e81c413160dcc0299e14321e90fab4377ae8248ad12d70c3151f24d2dac9dc30afb3f9804675f8c10ea18d0ad9820', '\x01e776d6fcae944669c4879450ab48d719699bcabe6c691ff0d784856690dc8c056bcceafeb09a68c239dd', 'Data analyst', '91689f02-b71b-413c-90b3-a3541ed1968c', '$argon2id$v=19$m=19456,t=2,p=1$JZTBY7IlhgWOxoojz13OFA$Mbj9w81V2S7yVLraAcBkzzapwnDfU28rNRQofXvVmwM', true, NULL, '2026-11-22 16:32:17.871134+00');
INSERT INTO public.accounts VALUES ('275b0c36-3b51-404e-8dfd-19c414f06103', '27fd3376a6135a026317b06d102cf1b304666f1de09219e602d265eea6e6fa75', '\x019e088c7d4e803f55019896450b2df6cd4a9560ad648639cbb99b508e3d449344e66d6a774cefdde8b33ce19e12f9a94e8e4d7d25687b55780f', '\x01afcddb753ff4dd821ab7c253532a1b9cbe5f2ef8c9449d0bd535c80a66dd367e53d1ef64ae7ee1fdb20e', 'Administrator', '91689f02-b71b-413c-90b3-a3541ed1968c', '$argon2id$v=19$m=19456,t=2,p=1$ygjbIfOCGMX6euA9L6Qz/A$CqunEVPZ+Ht/fIt0fFzyQDurZN0ZrXAlfShfqssfyCc', true, NULL, '2026-11-22 16:32:17.901452+00');
INSERT INTO public.accounts VALUES ('e8c1e898-2b4c-4cfe-90db-94d6e93b84cf', '849b294ad6893fc8044acf7bca35fa5b9f39ebe123716e9bf360d366eedb5484', '\x019abef4cc2501955cc12f405059c4e2aa2345e90cd20687ecee36d6d8275989c58321d3c057024ffa8ce3dff299dd3cec9518d9', '\x014d44b11660b04d3ded73e49898c9c81997b02ff30593d947efbbf21e650331357181762432841b1edd', 'Auditor', '91689f02-b71b-413c-90b3-a3541ed1968c', '$argon2id$v=19$m=19456,t=2,p=1$3Gpdi4NuR5PhsaI9dO2dkA$JXI+u9pe+in4yc7v6GCfOpZKfMVSborqT2szmIzfISQ', true, NULL, '2026-11-22 16:32:17.926007+00');
INSERT INTO public.accounts VALUES ('7298d954-d1c2-4e8d-bce3-cb01c789294c', '77f2e6997d2ae59761ea59e6f4d987603042f6fa7befeb31b764c1a9ee26d3c3', '\x012903633135b0d3c7f95804b7de763b332968c256226ecf250be0bedf232fbde0252c35465fdbb800ccb99b98252a54c468533bfaeabf96fd1ef5', '\x0141c12726d7746c017cd458f64a1ac9171a66c6c4f496513e253e6b6e487f9e9ef08e96d34178abca6c50', NULL, '42673855-601a-461d-8c7d-23dbf353d605', '$argon2id$v=19$m=19456,t=2,p=1$RHPP/yD7jTDA8lnM97PrmA$TkRv2+wYv6q1EBUQIBqm05RErRZZIMQxf7Gy67Kn4Gs', false, NULL, '2026-11-22 16:32:32.259125+00');


--
-- Data for Name: agencies; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.agencies VALUES ('a18dc86d-7e58-4da2-8bc5-83d5a7e1be21', 'Meadow Park School');
INSERT INTO public.agencies VALUES ('91689f02-b71b-413c-90b3-a3541ed1968c', 'Demo Council');
INSERT INTO public.agencies VALUES ('42673855-601a-461d-8c7d-23dbf353d605', 'Council');


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES ('0002');


--
-- Data for Name: alerts; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alerts VALUES ('fd9f2e2b-779a-488d-8c04-df3d1e723499', 'wk-RD8sraKkM-33VyJZHHzNNcTYR803i', 'kingston-richmond', 'urgent', '["fear_of_partner"]', 'message', '79371419-60fa-458f-b46d-225196fe2e88', '\x010e7e26ea1590750c873ddcb84401661c28df0df6d1a99b5c13171bbe4cf13c4a1b15fb08500159396c3c27b8d5b5b352150d3d9965a50bb60f0a36c4742f5d2e10640c3a171fecf4bf8d9575ad0e91b56bb5765bb0b6d590c4', '2026-11-22 16:32:33.634012+00', '2026-11-22 16:32:33.65926+00', NULL, NULL, NULL, NULL);
INSERT INTO public.alerts VALUES ('7b62fffe-21d0-4d23-8701-3eab00070357', 'hWmkTbZdA22l9LZrTAQuQfDqSCjz2boT', 'kingston-richmond', 'immediate', '["weapon", "threat_to_kill", "violence_now"]', 'message', '25cb3994-a240-43d2-81db-15020dba36e6', '\x01d7fdc1d89915eb4ac286c24b2470e7b6a014d239558c2b3a24e5756653081c0e57ba591557f1b7c2b65aba87c06433e38bc821e7592ef78b042c2be5a47782c789335e5da5952cc637c547dcf425', '2026-11-22 16:32:33.840591+00', '2026-11-22 16:32:33.865757+00', NULL, '2026-11-22 16:32:34.179038+00', '156d752f-fb45-44da-8e85-dbedfceffe79', '\x013029417ddf86c9c9fe225a6cc92fa6e299f1bd58dc8c0331c1ba7975c59a612034be6cfb051e02731bde3bc81102a831301d8a0ce18856cc226867');


--
-- Data for Name: audit_entries; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_entries VALUES (1, '2026-11-22 16:32:25.155034+00', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'signed_in', 'account', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', NULL, '{"how": "bearer"}', 'bcb50b64bc1718fc04f2073f9b4f751c4c0df7bae434e29c9823ea98b08fa68c');
INSERT INTO public.audit_entries VALUES (2, '2026-11-22 16:32:26.807534+00', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'submitted', 'nomination', '610d7b03-f384-40d9-a3f2-63cd69da84f5', 'sevenoaks', '{"verdict": "eligible"}', 'ffc7719001b2f161aaaee3c2736fc3a1d2792ee0dfc8f2da1d9111b8a0d83a3b');
INSERT INTO public.audit_entries VALUES (3, '2026-11-22 16:32:26.883115+00', 'ec822b9b-0eea-426e-8994-c985f268afef', 'signed_in', 'account', 'ec822b9b-0eea-426e-8994-c985f268afef', NULL, '{"how": "bearer"}', '3ff8b9133ffa68181dd23ed7e043c38736c118c2896254aeca3f7d791a9c6a21');
INSERT INTO public.audit_entries VALUES (4, '2026-11-22 16:32:26.941153+00', 'ec822b9b-0eea-426e-8994-c985f268afef', 'signed_in', 'account', 'ec822b9b-0eea-426e-8994-c985f268afef', NULL, '{"how": "bearer"}', '972d71bbaf88bdc346c60e56b698877b470ad40db6dd535298453eae47e63137');
INSERT INTO public.audit_entries VALUES (5, '2026-11-22 16:32:26.974557+00', 'ec822b9b-0eea-426e-8994-c985f268afef', 'read', 'nomination', '610d7b03-f384-40d9-a3f2-63cd69da84f5', 'sevenoaks', '{}', 'cd119e22ff004a9d6e6c745fb32023e3e7b37a59194a4862aa7c47d83911f245');
INSERT INTO public.audit_entries VALUES (6, '2026-11-22 16:32:27.033179+00', 'ec822b9b-0eea-426e-8994-c985f268afef', 'decided', 'nomination', '610d7b03-f384-40d9-a3f2-63cd69da84f5', 'sevenoaks', '{"stream": "fip", "decision": "accept"}', '3d2ede423648cbe1a518aa59e60e1290185929d0d4885f570796f45b0fa6d1e1');
INSERT INTO public.audit_entries VALUES (7, '2026-11-22 16:32:27.104272+00', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'signed_in', 'account', 'ed15d939-8017-45b5-b220-b036c0010ecc', NULL, '{"how": "bearer"}', 'd4aeda034a4ef3daad11ffab05cd566a6a3aac217e94e072e31723dd08bcb2f6');
INSERT INTO public.audit_entries VALUES (8, '2026-11-22 16:32:28.170854+00', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'submitted', 'nomination', '599e455b-0e1e-41e9-be11-f4111374a3d8', 'kingston-richmond', '{"verdict": "eligible"}', '74ca862561b7d54586a98483ba96622c24b9e6ff9cdd9eff2e10c0bcc29449c7');
INSERT INTO public.audit_entries VALUES (9, '2026-11-22 16:32:28.243952+00', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'signed_in', 'account', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', NULL, '{"how": "bearer"}', 'ec5baac57682484b9f4efd2ca2e02d58bf0fd283081a8a928524066860c49be2');
INSERT INTO public.audit_entries VALUES (10, '2026-11-22 16:32:29.5591+00', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'submitted', 'nomination', '9ac72edf-d843-432e-81c5-b19d56e4c13c', 'sevenoaks', '{"verdict": "needs_information"}', '43b8424cb0319a82bc08e6a77cce40dafab70734b8441d4f5aab1810104b86d4');
INSERT INTO public.audit_entries VALUES (11, '2026-11-22 16:32:30.618206+00', NULL, 'erased', 'nomination', '9ac72edf-d843-432e-81c5-b19d56e4c13c', 'sevenoaks', '{"why": "asked-for"}', '4717144bb0524b7c4b92f20726d44bcd00cd199fe99467349674d2ba353c3a97');
INSERT INTO public.audit_entries VALUES (12, '2026-11-22 16:32:32.261348+00', NULL, 'account-made', 'account', '7298d954-d1c2-4e8d-bce3-cb01c789294c', 'sevenoaks', '{"role": "coordinator"}', '98b7457006356600b8fc061495d9aafe11bb69333bcb7c5f6555dd5cdaa0be81');
INSERT INTO public.audit_entries VALUES (13, '2026-11-22 16:32:32.506245+00', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'signed_in', 'account', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', NULL, '{"how": "bearer"}', 'd65e6c23850c600d66b4002a3cdf8c75c83b86ee7e4815a6b16fd774d5d1cdbd');
INSERT INTO public.audit_entries VALUES (14, '2026-11-22 16:32:32.75296+00', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'stopped', 'thread', 'hSpdapEJYRIl0UMj-omeCPGvlOcQGw-T', 'sevenoaks', '{"reason": "refused"}', 'bab5c9e2e79eda1c2616e61dd60aff4aafebac76b9582a47be1cfaf1473751f4');
INSERT INTO public.audit_entries VALUES (15, '2026-11-22 16:32:32.865044+00', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'signed_in', 'account', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', NULL, '{"how": "bearer"}', '180b5f1244e18c0ca1bee94ac3eed936c1f6aaaf851c88c37f2b9137df6971ea');
INSERT INTO public.audit_entries VALUES (16, '2026-11-22 16:32:33.560811+00', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'signed_in', 'account', 'ed15d939-8017-45b5-b220-b036c0010ecc', NULL, '{"how": "bearer"}', '570489320321a710317fb9248a66f428b2c8fc1cb3e050281303ed18015fc52f');
INSERT INTO public.audit_entries VALUES (17, '2026-11-22 16:32:33.663831+00', NULL, 'raised', 'alert', 'fd9f2e2b-779a-488d-8c04-df3d1e723499', 'kingston-richmond', '{"level": "urgent", "source": "message"}', 'ca77eca5b9e95f83b0ef8f3858ab5feaaeaa36b12494fb0167a0ce4d9ecadf8c');
INSERT INTO public.audit_entries VALUES (18, '2026-11-22 16:32:33.796085+00', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'signed_in', 'account', 'ed15d939-8017-45b5-b220-b036c0010ecc', NULL, '{"how": "bearer"}', '040c3aefbfc2cdbe949c13f9984c7bf63ab8f004e1a7980229a58b3aab94a3f9');
INSERT INTO public.audit_entries VALUES (19, '2026-11-22 16:32:33.869489+00', NULL, 'raised', 'alert', '7b62fffe-21d0-4d23-8701-3eab00070357', 'kingston-richmond', '{"level": "immediate", "source": "message"}', '1609e3a709f1273da8ba2b22a09620deee6c3e4f0b9cd581ed9fae2f70b94fc1');
INSERT INTO public.audit_entries VALUES (20, '2026-11-22 16:32:33.977138+00', '156d752f-fb45-44da-8e85-dbedfceffe79', 'signed_in', 'account', '156d752f-fb45-44da-8e85-dbedfceffe79', NULL, '{"how": "bearer"}', 'aaf5664a85fa15c344b87891b0d062056d49f200ec199066766164d059c78d2d');
INSERT INTO public.audit_entries VALUES (21, '2026-11-22 16:32:34.028592+00', '156d752f-fb45-44da-8e85-dbedfceffe79', 'read', 'alerts', 'open', NULL, '{"alerts": "7b62fffe-21d0-4d23-8701-3eab00070357,fd9f2e2b-779a-488d-8c04-df3d1e723499"}', 'b8590dcc1e43ce00b3d8ace1ab1f9c39fc2e87065d777307e2e9d738290b386b');
INSERT INTO public.audit_entries VALUES (22, '2026-11-22 16:32:34.12661+00', '156d752f-fb45-44da-8e85-dbedfceffe79', 'signed_in', 'account', '156d752f-fb45-44da-8e85-dbedfceffe79', NULL, '{"how": "bearer"}', '8f9df958a4e180393d2f35311fd29d3f3637176904522bd4b49c05c195de1bcd');
INSERT INTO public.audit_entries VALUES (23, '2026-11-22 16:32:34.188907+00', '156d752f-fb45-44da-8e85-dbedfceffe79', 'acknowledged', 'alert', '7b62fffe-21d0-4d23-8701-3eab00070357', 'kingston-richmond', '{}', '2c9de976f3ee537118e046782c176360e4823beab4e50f398c097021d869ce30');


--
-- Data for Name: button_tokens; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 'e6b38bf4c32f35def82469aa8b19b38d18a89d376daa7c74bc5996385489cad3', '\x01571792d4ebeb7a56e80cbe332812c253731edb4f28dcf4f1673831795f67eaedd1811988f90c1f98968994c7f5cc0d16ebf83abddec1af4dba017a7a17e262b7c22dba4e6779acde3286171ba20a9b7db41476b659747d23e987dec6', '2026-11-22 16:32:25.485284+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '2f11e531957a2d0a8223fcd4f9c35dac1e92dc3296811d9a9afee7d9a0d47fc8', '\x015806850983b9d0ee0f255662092785c1f192b1f6a979ab6dcc53d1d47110cd249a79122706a2c47a15b71ea7b63be63475eb51b2fcdcd083bd5beb935c3c12fdf84a975ba779032ff0b64693de6c1a45297126d763f6fcd11055bd3a1bf8', '2026-11-22 16:32:25.485286+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 'a5da83b8d03598ae4207b4fa901a7625f430ae17ee23350612c73ce3bacac878', '\x0131c417117f020ae416ed9ba37c92f2cd32ea915c589a4fac624bc76c1f690f27bf902d9be5661fffaa707af1bb2c69859a1ea16dccc6bc2a7254f892d44dcbe6b38d0f9f4dcd08ef140b744097fdc657d6956322667754011db5fc4c51fdf834b3ef4325e57c', '2026-11-22 16:32:25.485286+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '7e35fbc9bb0eb90902ba6e450f88f239c514f1fa96120399c885885dc0899f3d', '\x01119500e21843a413c2cf514c40093ec21940f957c2058c77478241e09d29941869eee4b34e05bcb351d6c0736fa737f74693dbe717484e4d7e850cf8edb71aa0b48787a7f28f206f44c755ba1016dc862bac1a03bf2708bece394d1154ae64760bbca2c7f85668b86e68fa3ec754', '2026-11-22 16:32:25.568852+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '45c799263635854325e74882a2c7efeb45b572f43e2c2d6e7d55aa56c8f60044', '\x01c0a6f13f8f8f364c9fa0907dc282e6ab1df10941d782017af3807baa01c2134458fefe0ee1683928f0044ae7e9bc0b735f337700de0bbd88170fe9ade0b118a50c09d33c418c571d22acfa5ab101ca3f15f3ad7e2146dae0df5b9f52053db60a2e7c790f9307530e36e67136', '2026-11-22 16:32:25.568853+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '8426fa2c4313f777449070c2d98d98ee7665c2101d659d2c2626314d8365f6d7', '\x01a758ab25d2329fc37aa28f9c84de34c14bdb4e15e81bb342432c84445057afe92c92babffae76707997d181b37ecb95d68a7930e00aa26f6f2d4f960eaacb151b5bde7dcc85f017f8f10f5efac20d6dd7ef8e0ce156cb1361f1be4c4056ea8b98a6f8fbd447ac3ae6e1bffa522', '2026-11-22 16:32:25.568854+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '8a01a7887b2e9ab7df0a045f40f899f4f2cabd11233cccc6a7ec1723d0cbdbfd', '\x0123b1546361258d0c646d727170d99c4b42ca994684b5ed22fb4846be075fd25629a76da330a67433ab9173639e3609f508061aaa546843e8e4e231caf7ad1d32e323aa247e9b60de209a6ddf3d04c32b928884a70dd3348b5f41d8ce5e7add87885aa235ec28', '2026-11-22 16:32:26.068972+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '62b847a6d7c1f8510e6a412b68f7f874e18685727e5e29b09f89e5918db2920d', '\x01916b7516ca3cb75ce0414ae5585d4a211e0e54457c7788d21e80da95e68f340f88fd44246b6021cd4d9bc7eba835f6d245c8b0ce9d18f4787ffb589853e106a582b224a82e642ec060863930ab5298dcf236b560c5dcb07acee8ae210bac5fd5221efe96317d', '2026-11-22 16:32:26.142609+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '36c6fe6a96c13b2fff1f78a83d8572d369d07c514391db04b5e17c2f8bb36291', '\x01fb007bb5d44d71d65f1a167abcc0be38cfebb7cbaa3b0b313b4a3a03a4e4080d5d5842cc81ac7553c0899ecf26c0fb9be0b392652e39fcde7b1dfc26892ca6c382ab646116e26fb8cd2670ded4a9ebab576d798924c520b71659174fd2c1b6e0a37f', '2026-11-22 16:32:26.232311+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '9476af416a346b8da3e1b2732276f43ac9262d6177b52075b346014701080ab2', '\x0169d7ddb9c469f4e02c0ccd9da68a4201dc5566da0f4464e2e52d52a3b17f9ae83bfb236e948064c5551af9b08f77ff32aabbdf3b405f7f4878645ff0fc52a538286e1a6574da90f19c60313b3e29c93bfb10bdb750121a1a71b67c005aea39397675102ccb6411ec', '2026-11-22 16:32:26.232312+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '8b318d15df9b48a6fe638751e5b744a7b10939d39e101b167970a7d6c6239511', '\x0175670ed64806cb252c6174d39c5bc20626ab9b2ff5e44ecc4ea0bd95d0ea224c07343b5e35dac2e61de0d161d5dfe8a7f07bc9df57279ceb3ec4ee2d3978fa83eabcbcdfb532de75530d175a8a6bc8005cc2b53097c72b0f4a155ec4d1a15c022635', '2026-11-22 16:32:26.312884+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 'a1f2d7b4b54c27a08248300b3b1c4c5f10cd6396e9f2bea891464d1554bea77a', '\x0131af6bd7001ea2997a7cf024f3d449566c6d39d07aff0a7a978e4281823ab702930356d4efdea36f8be4d85bbb3e5a469c30455c373428dddd8b7ee36c990e63bc44adb8f3fb6daf50d038331cdc873381d7825ad7528a602054f43d06b9c782', '2026-11-22 16:32:26.312885+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 'bf7deb6e339a930710c9c8eb58e994d5641000e153727bd9938ec2bec06edd39', '\x010e93219af5f631029ded40b03fb6b7b8d71986bcdc728527011f2c44222b841af3dcfce92f05cd9d403af4cde2065f39f9d468c51e1446b53154eba3d4d5e7e710a7e7e11f39a04558b4456cc903a37677f96b91581e3b4e6df390a84c847f1ea1719e2ed113ee9030b2', '2026-11-22 16:32:26.312886+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 'd11bab44179c8daa972358da290dfa4abf26ff9c0b41d52a091d18bc2a0ed8ac', '\x0106884c13b2444c90af48c7d0b96eafd07f69752627f50abb041ab3c6e3e498766118c793e2c5febc96a3d151b361969756b3fb3a651d6f6e7a0d4ebc8ff68aa6fadff59fba88ed2a53ad0bffa93f8a8431dc1139f4580a2bdad74baa26f9f80c110d60f4b8a5ba', '2026-11-22 16:32:26.391884+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '5ec917aa92d19ee414ab0600c6d50561dc803450cadbf684c2087150d0947c66', '\x01fb8cb12fef626705f1e101e2db40e5c685983d95bf15aa17976244c04a0e190cb289e513a294e82b01bd02cb83ee2999d14ac2ae2e0fac0cb8fff3a8dc32555c750bcef6762b197c608b4cb40e4d4bf84c9ae0b4055c62a1cdae492967e8a37dc175e7a8e28cf8b459b32887b1ed8adfc7', '2026-11-22 16:32:26.391885+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '20fece4ef035d75e6890d68fbcd375138904e8a453c9f2cab2402cde83a9509b', '\x01518d8115079619d3bc42b6c1852bc66a951a5cc9a7a9ecb2555185c46bfdb4808d7a6d5f1d0a5496fb61d49728d00b8fae38b38f6835fd889858d88efcc1962eb3dba5cfb7e24e0cb41f7a29b2e5275e970f30b3bde221d44f5ce1a3790f03', '2026-11-22 16:32:26.462901+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 'fcfa3b13bb719a2e43203811bff72f2ae5ee345b81f9209d209452c8dbd0759c', '\x01ee0667e4d54d6f3df30393c664265176d35fd7e86479b2d4704bc7d897d6b739473e432105d46c0ac824fcbae440a6bc2895c5fd3b44c52b9463828b5e8e203d684a64d4533296d8495cb3e11063e5d24e33259a4561fc44ae937d915bc050bfcf234ed0cf38bfa3', '2026-11-22 16:32:26.547562+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 'ca36e07151efa385ec4800eda1200fade468b13dcc9ff3606e54e3fb5a49e7e1', '\x01b01f4efbde1fe1d5ca7c8b1f6b0fb9680860f54ba4bdbe9166a5d2f18f4ad72478c51e0c3cab42ff63f8f3d8d5ceaaef6e38c7205815c64e904f7886ef7535a593249aaca9970636fded8662276dde8e0cda6d08505cee1c008a7811ddb51d885fe964ada45439868f9744f4', '2026-11-22 16:32:26.547564+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '49c4bf238c61648057d7305092e87b792b98b644bcd9d6217713e50799f23cc5', '\x01200346d8cbf9a56d04ab1583628409eb0136dbafe0568f60e3a50e2aec10f0df1600a52949eff6ffaaaf22582e9e508d9290a59dc706b49e29793ed277666cbaeae44956ac6dcd8b652fc6b13040a257ab9488a57dcaf5b58c5e71f8682fa39e01484618c02f12f56d9e6bd3', '2026-11-22 16:32:26.547564+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 'abe1b44a49a5f0e62a307337aeef5ad3c711a6720d6c53f57f8e13d03101c381', '\x0187d0e4847238153f36a64e924a27543ae19e2e87cee810aeee497854442602d77bb5cf18a3660d96e825011f5a054269e93e0a2a0c4c5849930e5bc3cfe314fefd628cbab64e40617c01fdf2186b7ea87b713ed334dbcf338027367b278bd3ce708cd69d', '2026-11-22 16:32:26.547565+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 'bb8f5b4d712d52c8f5e5e4f8ed72a4760aba4e2b64ff15e3ce993b6fd3ca1b5d', '\x019b9f805be9a2ed46abdefc2d83b156d9f6855a1d32db3ee6774c47f257e8137e4282b1acb25b22c897b50f0a19326c2b1cd80630dd73774e162458f54cc78f41646661396a6e8f883654090fda7614fbbdb04f294771474ab27f45edf9ac1af8f886fe6c05fb1c57a9', '2026-11-22 16:32:26.622336+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '55b7384edaf372f5c7a9bb85adf3eab9391b4e629ec38fb36d8e83fdef3acf74', '\x01422a3edb60369710cdaedba2a6f206f4cf2ea418569780939190e49f3e703e34bb15e921ff82543c8f249949f27f5248c5400a483899883454a582e9f9f66debe0856e527d06663c43f938304b32faa96d4907c3c03c5acd3ed9f98bf5b088880c0d43c871b291fa', '2026-11-22 16:32:26.706465+00');
INSERT INTO public.button_tokens VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 'b1198bfae243942b668dfae2dcfdd7953ff1d34360746b1942cbf64dfc69ed56', '\x01e53469c6fe345f03a61c3ae8a9722f24707372c6590ffc641a1259dc9db100b865a83383bb4b842ecdaacbc88ebf506f0e7de574d8ac747cecb983c16338e1f1598721c1bbf1d549d2aee9663b4c6c60451164d57fc26fa997d3def1e224281e568546f2152c9f5ac695ab1df72974', '2026-11-22 16:32:26.706467+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 'f575eb51946b1d609730eed6ebbfdbf2e428c85143c44a647b72ffbb4248fedd', '\x0165ea483e8fed4d6f4fdd6660c5180f624d1fc17da4bb611662c7cbf86b6143d2d361f1bd9209ef3d4b0dea5ec15d652a3b12b45adc229030d92502e1f1842f32067a702b83ea68eca6bdf6e14303cff0b050d4370aeff8b4942ed592', '2026-11-22 16:32:27.17551+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '8a0e76378d9e5590f6398b909d91da6af1f66bdbfd378cae73b85bad20cef435', '\x0133d4e62e5b7d7ac7b2cba4474367f9764562c859e7b961199554ab0bfc6db3b4b925a6d4de8a79e9907d204d08543aae9acf3f2d197a75de54e3c4a9a117f3408c0a04e8ed81de886a688341f143c98247bf028118341aaf206386f07a69', '2026-11-22 16:32:27.175512+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '010c0923dfad181cf219c77d7d757370aed80a9486a1844bcc27315d2e32cab4', '\x01a9fde47f72b7788bbfcdc7841832df62b9cc460a2fd70cddf958c2438807492b49b74f7ab2fdbe71f2a93242b1eaa7f1f2d1e0b1e81b8c3b8d891faae9340a8b6d0da55eba4775c0428d79f440e5eba3e5f35a1b42b1649fb7a7dc241a640d84b0d183386149', '2026-11-22 16:32:27.175512+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '471c34417f91b31e2f0d0a9cd30acba6f2efd0e3405c0d949fa8748fd58e62c7', '\x01255fcdab29887bb625e9325b1926c4fd80873bf1e726c895803d369acb9bc627c8d4ad1fc755c466eebcc6cfa2b5a03bfc8bee0a94042f976b650709382f1e7a8a190eed89dbab925fd4ff730420106514433a7058f86a06c24c5e89fb48d74f7f79136afe1a6e96dcc5', '2026-11-22 16:32:27.24089+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '38cbe22edaaae30c980db58ef25e6a267e38758cac2df38602885e9f497d98ae', '\x01c027b172e547b755132849b6d86333c79da49d0b26d31fdad5a8ea26ad931c4d24d89c3c616c885f3a0ac672b0dc03129f7f41b8daf214c12b0e4be266e830ae339475f0eee6245818536574759d9c270907fa0a6c987d364fa3d070968e57a1ea44', '2026-11-22 16:32:27.240891+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '0239b68fcad1d19985f781942f0ab2f9230c2f796bf3ca2c6afd2242f4258f15', '\x01d17f4f12a7ce411fae4925d09293b9d4e9673ca20e36ccfdc72898d64f3280bea27547096c39d46f16759846703df43bdff38b1703f90c87db43e78171b635131f4a57896839280dc8f2b1429aba9397b1e907820f993f7220932976cec47e394cafccb76266', '2026-11-22 16:32:27.526171+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '48cce6bffb586fba51f72acce606dcaea66fad2a5ffd81d78bdae5b52b3006a7', '\x019688098d7f2923ee6e229219bfc159e5df2faca4719b1f2a1cc5029db087e04de2cb077b6eced084e998af121d0aa4bdbed5981c0d0b3ec296bd975aa0b7aa0ef1ea68daa84bfb42ae309aa6596befaac9e18518705c17e85dbdf6dfe50c409158768d311dd1', '2026-11-22 16:32:27.598303+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 'cf60af5fccd90bce4678dccb9e2617259cf67a5b5402ce008213c1f0ace7e672', '\x01ec1baf796cf8da83114ed8c0add481b764f0713febbf80ead869409f7a68de7a4e91ab4b936166c14ede04d8af6d3bb2b04412affa74dc2e19e9ebe01351925604bbdefec63b48c3c588905de31773798271586ea2f841ff467ae5f20375eea30431', '2026-11-22 16:32:27.67135+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '5be4dcb48056afa472abda06778a9ce049a8273e2f11ae028556e4f1d08a39f5', '\x01f959ea9434e50f9bc01b40743dc4a06a5bf066c2e1de0faae626af306bc2f6e0c7f10f08d148596d28019cc756dd0b9d3788139a0775bb218f4d1a9bf161865a27de13d6c650a77b1a29ebc909c43474d08c53fa8102fdd10a54f65710a27a215188af2183ee0f32', '2026-11-22 16:32:27.671352+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '7bd4edc6c943c38100cbe280a0287cfed49056b4692637fb5c2f5d229ea3faa4', '\x0161292fa811ab6925779b07c1829cabf114b5ae39cbb8ef194adb673ec371c1d248b11d48c025c8e63a891b06e3c5ef28a1fa9a05c83e3efde725e54f674fa4ca354b0cbf0ced17e0ae954d00384749ae5366b9723eb1e19b5dad0bae24caa1d12bb0', '2026-11-22 16:32:27.746149+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '036e5d84ab6dba40fd48289fa787ec05365d24f0476dd958a354dc36e9b076f7', '\x01acbebb2bf9a6b0bc18f0998b87d28f0f08d37a4c3d40052e28817725e61b2feca3eb63c6094d6f229265366533da9c47372995f8d688c2f5d2285406aaa61c82f5a112db9a62a7e0fe069e476e86e39ed73b17621c28b097efd083a92580fb96', '2026-11-22 16:32:27.746151+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 'fef758d911ca41d3f2bbd6f0df0a629b65653a96a0f40e7208c1e5fbafa0b161', '\x011a07461ebb97b9dd3691e0f39ee0ea31fcf0510099d4527833501a434915ebde60a97e0d8733fa96ad5e9fb31ff8975d0ed7aa8a2d0b7c92dad17a1cee9fd8477f061094fa796d8050d432a47fc62359d1794a9df0aa4bc99554a128845abf49f078bd700dd9ae5dae33', '2026-11-22 16:32:27.746151+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 'ed10ea078d7c49d38f0e76d427a725c204dd560fdf03763af3f885a71ca3c62c', '\x01459247cbdc0f7641bc18611e7fa0f35ee4f48d104f7f935220d6e13ce3d5c6d1fe8a2a90aaa4d27cdaf91e3b54fcf51b518b7d26b325e4e0e37a2254ea402c3ecf04f7ac07eec677ad4464b455a442260dd0044ca17615be24b0cb32200322ff1ca79b47405a8b', '2026-11-22 16:32:27.83122+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '1a06d4c2a141e8b5ddd1da7d5f52ac5972e7757112713f40cc7554b181f73d95', '\x0180d3039622598426e5bc6710c739d5bc4101f3305b2dec2089b7d69139fe52cc0f841567720bd326e04cb255aa38a234bdb9daf2b91ca24aaf219d6aa1ef5c3d2b060a2fe91c3b0b0ec2b7a8aa8f865864d8989227c5eda92021356d9f3184dacd8903f0b7b992cbec7811c604f6be51b4', '2026-11-22 16:32:27.831221+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 'fa249ee65fe082346732774a2a1b1b5db7261019a95ee4669283391ddde1f71c', '\x013af929bd5525d610c9c16a8b0004120a74247102d7af9e31249579364745d3d0aee027229a0f0a55376ec3996739f1080d23593c6bf0480b8375fedf2cb24f661b70de705dd6ffcb0e84c1db45d9236ffdf455ff9f5842ebabe88f46ad54eb', '2026-11-22 16:32:27.902334+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '1b0f09d9e9d4fdbe937a9ff4090bba64ece4cbb09c11445bbe64457daef7294e', '\x015da800d8dbf5dd673e49587c16d71a4e4ee78290afa614459a77315bad17af77c229e1185051de59e25b6d1367f341fd13d4466d119d6e7d0e84ce9bd08a7d09109a9c0cb0f03146d6d71a326029be3e9bca3671d87b1bf80a29a6f8708394d9ec75bea1d65d32d41f', '2026-11-22 16:32:28.010636+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '46a97ff395831002ed1b35328e823ed5635aa4906e30045c01b1d5ce38e94fe0', '\x01a048a8f7ed6acd85fe1943e8a242fbf7e96c0aadb76a54567c428735eb3872aeb20d97d10377d3bd3ff59419ef9a4778c454f31c6b6fe87f54c8672db4e683aa89a1d9128a05902f661dce49ca62cff3b39ec01fb60c65d808c2553533c0423d69da3f15a7d3afbe', '2026-11-22 16:32:28.084737+00');
INSERT INTO public.button_tokens VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', '75cde929781876a20585211fc2f533efddf6a04dae4beedd92d95fa1e03cf503', '\x01d0843ab1493a1b2bc4ca31be6a025df774c8bcbb1eb9aba87dca186af06f8157ac0ba707c72ed9d3f542113142b24338d2b0c14b485e876bb5c7b567a6c054acdcb75aea00cbebfceeb4aae766dda6b8fb24586ef14ade7e338a9547cf0e29ef5770940e02f19a8dc0012b1a0876b3', '2026-11-22 16:32:28.08474+00');
INSERT INTO public.button_tokens VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', '752de79c2d3965714aaf9cd80126987f8d44e6ba462264876499100b679b753b', '\x016838a72e01a37f0aec18baaa426cd193249e76736a946c5e76e871d5461a0db82e7455b819518e01331df7dbe9ca7560c2ccccb08dcaa8bf6509db377622e4fa79761d5ce434092e1a44cb36b0bc8797f5d83d2a1a617419ab3ec0a8', '2026-11-22 16:32:32.975236+00');
INSERT INTO public.button_tokens VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 'c5c4cacfd68d482830c7a227e8bfee0c4223f4935b9bec06adf09a1c1cb2f7ef', '\x01b86f0478ec0ed8beb438a94bfc25c7123b035578fec7a80c04f1f0f6f2ece932e046d1a1d08d454f02f348d3c93037bf92137e6dc7999552d6a43bf5776fcd3fbd13a2cb5228c6cd155818ae5d8550238071814aba05b2e4cc5667611bcd', '2026-11-22 16:32:32.975237+00');
INSERT INTO public.button_tokens VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', '959daa5bc647ed07ebe49e5adc06c33109755fc3233549d436ef9e55a143c8e5', '\x0193ba9d86edd9d6d689a1c76265b32aa6e374d7893b3b8e03a0f0ec9eb95ffdbbf0ad901331f4003b0011847ac45ecf19f09948314bd2ac112a691efcec2b7135ade7356df58734e68ab03ce02261ddc9754af64f81a66f87457f045414cf13f3d0ad29a17203', '2026-11-22 16:32:32.975238+00');
INSERT INTO public.button_tokens VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', '608fd4106d637afa68296cd2c553f6d22178f26d61604fcb4cf4c94e87018666', '\x012d7bce789e8ccb8c75b8bf644018999a6724d5cecb0f0f3523411565da4e97d92c56827d5b102335b9cd863edaad8a9fa6b857af05a715902a808a74044f85c6386707f2761f91f074e6c722f4b58abfb7fabd160d30dd91a390090ce13044885aa7f1148d77f4d5f4a6c7aff179', '2026-11-22 16:32:33.053353+00');
INSERT INTO public.button_tokens VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', '7ad4d477609a1abe4dc400df335f195db15bf26de19ea63b60001bbfc05a9d10', '\x0144d2fdbfd07bc3319db5b53f8f703a7e70a8036f16c39bd36be8fb8990ecef21972d8885ecdf1624f83341462443f0ba6c78cf022b9ff8c04e57dcf30695ddd1e120bf8328962efaf8d80f5f774ae077562bb8c497a78e26419209c57fc52b1f56409044d23b8d8c04a41f03', '2026-11-22 16:32:33.053355+00');
INSERT INTO public.button_tokens VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', '4a84049b462a48f83caa5902ca5c60845f280fb14fcd73a1d5ac98b546db6b45', '\x010c6fe98d29feb13502fe213a26af29b22678d318f63ede8039f6c0d35c84c58d7426d0c35197effe361f93e59fb66fe470d15915b529c51210e7b3058adb5199ce5ca5cc1e40d65cc46d27e955e61d15d8d7d378875d7eeaf61d9139bcd8dec4703d2ba71113d8cc50f1555ab8', '2026-11-22 16:32:33.053355+00');
INSERT INTO public.button_tokens VALUES ('wk-RD8sraKkM-33VyJZHHzNNcTYR803i', '282eeef05572fb9b8ec74a5584476d92bd33fcff6b1701d407295f8fcc656104', '\x01272a5311b659ee8d2d90d2ca2ea7a9747fbf7d2e401c7ec81a057db283d92d270859702086c72e49906c03c57731efe66cf1a1b7e719705b9861f4db97024a3b2981b79e4fcea17061fb9d7669ba69bd1631baabae198fb878e81213', '2026-11-22 16:32:33.711834+00');
INSERT INTO public.button_tokens VALUES ('wk-RD8sraKkM-33VyJZHHzNNcTYR803i', 'f9a13a366eb01c449065f9ff0dbe1b314f53e786663f363b1ca20518edbd6a6d', '\x0118df82e45d10a51104eee20bff2190ae44c87b165e2033d8c15462c53d5f0245ea6c715aa667c2169f464722ccde498f5140b9d8547f3d4f41b30bef02781df569ecfdf2b1b563c6681f5996f8fc25f87175982120660399ecde94288295', '2026-11-22 16:32:33.711836+00');
INSERT INTO public.button_tokens VALUES ('wk-RD8sraKkM-33VyJZHHzNNcTYR803i', '4bb20217fb53ee6dfa8da5dd762c0fc847cc1da544f43ad4880932219d2350ea', '\x01fe775dca1473c9e7ca9ced80e9e80588162ee5e126bb152dcd9979f9d0f58dd51d871a281d0d8ad6185f97425e31d1f5e30fd563948a700dfb63b6635abcba8e8a5f7bb83335a8918fc714dcbc3b0c411071c15ea29b8b941037851f86bc9115c39c70621bdb', '2026-11-22 16:32:33.711836+00');


--
-- Data for Name: consent_records; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.consent_records VALUES ('610d7b03-f384-40d9-a3f2-63cd69da84f5:1', '610d7b03-f384-40d9-a3f2-63cd69da84f5', 'sevenoaks', 1, 'nomination', 'given', 'sevenoaks-2013-1', '\x01e3d1355a1d1ff855e1133738f07f2ab958cefb0c790c1bc00ec1eabbee62e169e135b5c320a00868129dd044a904efdfe161a9df448703e4e830e14b3e4eaee881b5b85a6346e01e8c3287c0e88c97ac896849edc40f25dd541f1a777975b088c5a0adc80210b6ff008e', '2026-11-22 16:32:26.795294+00', '2026-11-12');
INSERT INTO public.consent_records VALUES ('610d7b03-f384-40d9-a3f2-63cd69da84f5:2', '610d7b03-f384-40d9-a3f2-63cd69da84f5', 'sevenoaks', 2, 'checks', 'given', 'sevenoaks-2013-1', '\x017dcae5bbe3c4d6a5b71386227580f983f06d35833d563e56e9fdaa57c9e5fa0bfbad4911f3a708ec938699a2a088f4fedfe5a690b21d2cdd35f63a489fa3c38049db5356764f54c4eae2b00ee5545176bc63b6ee1fa524111fc44b1b6f9a90bd81e0c615100bbd098a09', '2026-11-22 16:32:26.7969+00', '2026-11-12');
INSERT INTO public.consent_records VALUES ('610d7b03-f384-40d9-a3f2-63cd69da84f5:3', '610d7b03-f384-40d9-a3f2-63cd69da84f5', 'sevenoaks', 3, 'sharing', 'given', 'sevenoaks-2013-1', '\x010d3ce598873868c9080ef3d62cfcd5f7d6d0189cc9478bd2b2fce6fb33fb59df0f2581c73e73226fce6dcb14d9d943556e137ba8097e0ef67907e4cbff3d2523f8e273fa94d011d3847f2775070b00605751a2313f88e3571e73f00a2b23e2cf99fbeb5eb116f36e5bff', '2026-11-22 16:32:26.79798+00', '2026-11-12');
INSERT INTO public.consent_records VALUES ('599e455b-0e1e-41e9-be11-f4111374a3d8:1', '599e455b-0e1e-41e9-be11-f4111374a3d8', 'kingston-richmond', 1, 'nomination', 'given', 'kingston-richmond-2015-1', '\x01a383765f582438f97cfe42b20516077a52a91c02db202b209ba6d61260d6a3f2cfc34b6f3947237fd5dfb0f2ffe69bf86e382bfced503fd14202b73b7053bfa1cbcebb1e0c3d2a74bab5822f9780864a5db57d8dc2e9b891a953687afb5df4cbbe9c753009', '2026-11-22 16:32:28.162248+00', '2026-11-22');
INSERT INTO public.consent_records VALUES ('599e455b-0e1e-41e9-be11-f4111374a3d8:2', '599e455b-0e1e-41e9-be11-f4111374a3d8', 'kingston-richmond', 2, 'sharing', 'given', 'kingston-richmond-2015-1', '\x01b0f380cd8cadd174d575c87db210ec7796abbd018b1f1af12adb038c01d3bdbe059c6ca2c0cefe3698f5b6a2dfafed1317a4a22d4350542994c9ecca446088820488a46f9cf35bd47779a3fb044b54098fc2965ca0a46d059cd470de9561091f3f1ead639a', '2026-11-22 16:32:28.163347+00', '2026-11-22');
INSERT INTO public.consent_records VALUES ('599e455b-0e1e-41e9-be11-f4111374a3d8:3', '599e455b-0e1e-41e9-be11-f4111374a3d8', 'kingston-richmond', 3, 'evidence', 'given', 'kingston-richmond-2015-1', '\x013617053e7d249c1b7d1dc7de4c4a7cf9ba86004ca043eb3a08eab4d76ebd03ae328b248074d509b60d6c572dc86b035c4b7eddc69070a9c223332aad12955ec4afacfa8a28b2af83db6b89bd7fc2ae09655174ece492ba37590db4e8587b827f52a6eae73f', '2026-11-22 16:32:28.16447+00', '2026-11-22');
INSERT INTO public.consent_records VALUES ('599e455b-0e1e-41e9-be11-f4111374a3d8:4', '599e455b-0e1e-41e9-be11-f4111374a3d8', 'kingston-richmond', 4, 'evaluation', 'given', 'kingston-richmond-2015-1', '\x017722f3d1aee47cfedc5212dd9dc32d0532bd594e076d417c5fb1ab4f104948f454ecdb5e914c30929630d606992328d93dbb3ae63e34c9c28549042e81872bad6b8a9d1e7be5f8ac3b99dacb3b0f140906e2928a8b0dc42a0bf9e565db8c14ef84fd38f716', '2026-11-22 16:32:28.165532+00', '2026-11-22');
INSERT INTO public.consent_records VALUES ('9ac72edf-d843-432e-81c5-b19d56e4c13c:1', '9ac72edf-d843-432e-81c5-b19d56e4c13c', 'sevenoaks', 1, 'nomination', 'given', 'sevenoaks-2013-1', '\x', '2026-11-22 16:32:29.552381+00', '2026-11-12');
INSERT INTO public.consent_records VALUES ('9ac72edf-d843-432e-81c5-b19d56e4c13c:2', '9ac72edf-d843-432e-81c5-b19d56e4c13c', 'sevenoaks', 2, 'checks', 'given', 'sevenoaks-2013-1', '\x', '2026-11-22 16:32:29.553385+00', '2026-11-12');
INSERT INTO public.consent_records VALUES ('9ac72edf-d843-432e-81c5-b19d56e4c13c:3', '9ac72edf-d843-432e-81c5-b19d56e4c13c', 'sevenoaks', 3, 'sharing', 'given', 'sevenoaks-2013-1', '\x', '2026-11-22 16:32:29.554259+00', '2026-11-12');


--
-- Data for Name: data_keys; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.data_keys VALUES ('70869dc1-bff7-4b9e-bb73-bcc14a04dd05', '\x018344e638b27c80e4296d1ed0dfaa4da6acce2a760ac22fa3293cd264370057a2f133d653846c8a020b140a095396bfb9eafc20a7bf858f7c9e0f052e74', '2026-11-22 16:32:25.31246+00', NULL);
INSERT INTO public.data_keys VALUES ('2aa6123b-3a35-484f-af46-0e13f6ecddd7', '\x01c02235ff478966f7b2aa4df1b66550c921640db7f8590b03ec26a272875d85d8ba3045269f840e475972f5a43eeef9351b368e8beba01ad8cf347e5fdc', '2026-11-22 16:32:27.139102+00', NULL);
INSERT INTO public.data_keys VALUES ('5e3db657-2f4c-4cdd-ae89-ade9151965bf', NULL, '2026-11-22 16:32:28.282297+00', '2026-11-22 16:32:30.605229+00');
INSERT INTO public.data_keys VALUES ('0ee17cad-f71f-483b-8b89-5f1ae50c4b8e', NULL, '2026-11-22 16:32:32.565118+00', '2026-11-22 16:32:32.753002+00');
INSERT INTO public.data_keys VALUES ('c74607d4-21ec-4920-b900-3357a45c6d6d', '\x015a6f068dc99caca63f75f5bbf468797eda0c4c40c4a73b3600b1c2297b6f412aaeaa81541e6a76ad6288c5513a7ac0036faef4322e61e7b95f22fcaea5', '2026-11-22 16:32:32.773591+00', NULL);
INSERT INTO public.data_keys VALUES ('99f1f851-74be-412d-8ed7-5fab37753c31', '\x0198ac1b67304def4bde0676174d9817bbca1c6c319167dd6d4cb88d189b1fb9129803d4f953f661e6e16d704c123455314fcbbf428f7499a3ec828e00d8', '2026-11-22 16:32:32.926938+00', NULL);
INSERT INTO public.data_keys VALUES ('de12997a-0bea-4dd2-aee6-29301a397024', '\x01b9efbc6af4e42c7c7cbdde4b4eac27a813c1e0e518a68a21c2a00945be2be75ee625bbeca41ff79800aafd80ff4f3529d9209a3cd067bc84d5afacfada', '2026-11-22 16:32:33.62186+00', NULL);
INSERT INTO public.data_keys VALUES ('79371419-60fa-458f-b46d-225196fe2e88', '\x01f2e26979db70e5d80965054ed0707699822452d8c2fd2a867d858a244d299f19dc157286183dd4f4e94ba4d9b1b21174fd1c998955f203a3baad1a3d99', '2026-11-22 16:32:33.657074+00', NULL);
INSERT INTO public.data_keys VALUES ('fda5e101-85e5-4e98-b69d-a78f857bbc01', '\x01d47360cf735e9a60d0a4ffa70c8f3c53c2b56301cf7f01303a352f769c3947ac65a9955dc976da1f3531d03af29214eab53d23fb276baad9492e6dd6c5', '2026-11-22 16:32:33.833768+00', NULL);
INSERT INTO public.data_keys VALUES ('25cb3994-a240-43d2-81db-15020dba36e6', '\x012fdc2730223d936db3e7735fbc166c6a5fdebd68b3dbd5af895ce1e17932b23bda0536bffdfb88350159f4732ab0cbabcbf2ac13e63311a01d96ed8631', '2026-11-22 16:32:33.860967+00', NULL);


--
-- Data for Name: decisions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.decisions VALUES ('c70527c4-7b64-488c-9a92-310fc838d685', '610d7b03-f384-40d9-a3f2-63cd69da84f5', 'sevenoaks', 1, 'accept', 'fip', 'accepted', '\x01a95ecb0e5c173eaf8c153914596c8e8a9731a1d43b96bd9126ad9b7772300bd93ed4899f0c0c08a6502adf203359b6df005529cd41e39de8b8e4e36b9b8045bf8298218eee815e2baf9b5780', 'ec822b9b-0eea-426e-8994-c985f268afef', 'coordinator', '2026-11-22 16:32:27.02176+00');


--
-- Data for Name: families; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.families VALUES ('dba94bff-89a6-4f83-85d3-04769c5dddbf', 'sevenoaks', '70869dc1-bff7-4b9e-bb73-bcc14a04dd05', '2026-11-22 16:32:26.784883+00');
INSERT INTO public.families VALUES ('f4e69157-1f11-4c03-ab63-5274f1bacc9f', 'kingston-richmond', '2aa6123b-3a35-484f-af46-0e13f6ecddd7', '2026-11-22 16:32:28.15759+00');
INSERT INTO public.families VALUES ('f9b05d43-0431-4956-b9a4-174955e80f78', 'sevenoaks', '5e3db657-2f4c-4cdd-ae89-ade9151965bf', '2026-11-22 16:32:29.547519+00');


--
-- Data for Name: family_marks; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.family_marks VALUES ('dba94bff-89a6-4f83-85d3-04769c5dddbf', 'surname-and-postcode', 'c7d8f1ab3bdcdb3a7aa6ffda80eaffc51325666fadc7f4f36226f2ad359a4bdb', 'sevenoaks');
INSERT INTO public.family_marks VALUES ('f4e69157-1f11-4c03-ab63-5274f1bacc9f', 'surname-and-postcode', '9db6b3593b701c252a9307030178dfe5db5fc94b6310ed590a719be2e92659f1', 'kingston-richmond');


--
-- Data for Name: judgements; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.judgements VALUES ('5f800b2b-1f8d-4b5b-9aa1-15f755e0afc5', '610d7b03-f384-40d9-a3f2-63cd69da84f5', 'sevenoaks', 1, '2013', 'submission', 'eligible', 'fip', 'waiting-list', '\x019dd11e9ae399b6a50da27025fc5a8204fa8773adefbed80960ac301ee669b9d4e3e7ba877e75f8a64a95ea1fb5c3b2713c5b867f382d4efc1950772eede3c0a55a4e718449401195eec1eb152065c2b15ff5812d51252e9038eb0d118b375d0ad2598c77dece0092962d9b6e6e4c235fc6a05030e271b8ec3bf3a6cd4f0c2aa5fb593d4d302928bd8e3b1cace90136f89492308ff4450b71843a426b1dfacce6adcc5b46dcf8dd6aa16223408076839d2479e05ddfc638e68529ef1b2d62a118345c5469c6d097dcfdf51343eaf54750d3c83c0e1f854698ca1c34de2b9fa2770a76aa905fbffae3e0fb1e5988da06550f6a8d1f6e5181388aea949b96137fb3bef2736307977d3c6b47f25468e1b0077b4de9822edf2bb693536fabe6543eca47dc78de150f9273fc1c1aec21a6ea19abd45bf04cfe708f99cccfd511ecd2f15e0b1ca37426267edcf09458391ffdd0d36cc53d666e38c9660d05871bb282ed4744ac273cdce72b74fd3bae3538e4bf608d1bd544553b20753a17300ce5b1c8bfbdcbc26cc88975409a9da8c35b683c30da78d252b264734eda92b33ca96ae953e514aa88f08b618845c2f5753bc35ab8300d5d38bb3edc2aff1ebf9db9d149d3f009043cfbb382896269e4cc09a654578ca7d170aefbec8b645ac47d3a8572484408790d626300ffc471ddf71e3bb7b9906aab18eb141a9f292e226a6875689c25f281fc319177f8672a83364280f1933203ac80b99a84acee419c671bc5380f829ba6a1f241aaae224146ba087d6d232e8ab3c924432740982d6215739b47c43ba417188fb7705feb0b06887481a06516aecf90b5279178e00e5f0a82d4d36cf2043df16c81962e245095754f5cdba918ebd254e46569363c84b4ff292cf0dd60da573686f207852d722fb00cb40868494602d4f1cf700b7cdb245c7cc0e37e7705f1af293a614291b4866267bbeeb819889fa195d6b8f861a3cc93ab8776d14e796582434c4bbaf5a263df448cedb20c828a5c2c7c1bcc7b8f044b93def6de2a2c692c464efc6f2d8d3386ef9a4a2f9d6d3ead58b8a8539b771ba47bf44df97b0f04690e6c036e3f3bf981289d4f36b6cc32072c76d895378684cfb5a31e004bda292511b5e714a779ba5e9f2777dbeecd7bc2ac0d3235eaee6b27ba78bb64a89823fc74bae06b3614908ac1a7c9ba583821cb630077d33b5c08774531af44095141965d5a48b9585c127c7582bd6f6403e3c12fab5b68cba7789808e27173c6fd8a36db14822c85f61923e40d881408b5680154333de1797e57110396c944eb95565d655f9546c5f90e9618f881226e79dfe2ebba96f1df5f72d8afbb8fa1f2c25bd362304e99b8c8047c645cd192d62de60205dcb4e44b778b4e0a2845fcd2426eef10425927dc8787a83feee8e11c00aa762ebfad05b80d0fc38c988005352fbbc982d2944eb41a77b9151c0e0cbdaf6adf2939b7d7e534691c37e399b0a834eeb17234fffbf720cc786100fdbfa420fdb038804a6ad378f7b62ccfd03727b45de60cd809dbee4514468e4331e067dc7e493f61fc7a25d9c6fb5122da54a0b3584dd5caa21ca4aef3cfc6b9658c0e39a6c11b56091dde65eb73c209e6e94b5a5b0da24db00ecd4616cbdf470fb7db29e7b562ced1501ddcba8f10367d33cd43c0f9b59bb3ba182ed8df534118366dbedb2d8a7cd353503633ddac209e2b0a2610af6b85d3e84495fa7c7bc8fd9c83ca5b45277ad3506945cc65ad03d85d2fcafbd007f6c360c624300cc12c0d884a08919519825de526db11dcf84c21ce2fb20f0b4c7bd453ab391829aff9ec15c94c09de6b53b04895d2bb700d1f760a48439ade2ba2e2e611f3545eaaf64e5e6bc8dd0a9b32e5a6f3e6c5df3a0ff6af3408c2c272b1705e38cd513a92d9d10acd9691e710a478a76f91faac8567c5b2a4dc6090a2561365f0112cfd77365e49d1921571f3a472f7bf8d40a4b09c3999bcfaee62994e99f1c13c4b81f1f06957b6d77de701f90f9407c300f5afec206d73529548f2de8bb40af7406e3edbe8d1dac757004f40fe000b818d1f4db6817221ce8da018768cf27f34f592b2bbb6fde733947a271978b7c368426c33fdcc0fb3fdd08dfbcc14174e99f988af0fe400c09789d7bbf09d79326c7e989ba26246db13fe07ccfc5028748a340c397029d3af5e28cbd6cb83f632de87022ed7c4ee98c41afb1c1ebd40979e739973a0b33af93d09d472c7448939991615e537a6bfcc8c59205efcb2dcfea30ad33949910af3238f330142a85ba2d7b9d9390c57021f2798f56215d5ccc806221b7561353e0ec8bc0aa5d9c688339f76035c953084619fbdaa8c8b6ed504db709dfa150dab8e7f24811143275538a2af8c3fb42a4646bfdd715abbe7d365e83fa3d88fb71626d547b406c2b29195b41f22accb577b7cb438d8a6bf473dbd4c78559648d34da6a11981a30c5787c570f0868bd31ed8da636959597f468efd93ae5554987e12baa6f06b3f2f9d68057ea4ce8e1eeffe0e2143ed5fbd3bfa91fe5a5f739112ad319202e44292ee61a5ccebd6483e010f95ba01979fe5104b370f850a5b5458595e803d4a0e970b027964417805eeeb9c1b8b57915e67d13effe4ae6d25224657f3058c506b4ec11f02adb8c5ac438b46e0b235415b10216295df5c39322356aa3cd2c0ea495e409d6db8eb7e1bc06251e156b036a395b145def139ef18c4372c35f2d0abe7f81358ac3477f501d93f02a7b926f5105668a215de3fdb989a584d554fc32fdda050e8f0a921c75c0186161674247a1a0aec37e91999950cacf65a9aaf62070e881669fc93293a341e2e98281902eea544844133d3e8043bd408f43893b58366a7fa766f5a6f987f1226c48e5774a8ab42234b6a471d68994572524bc9d137a963647b7c181f925af7f721e989c697361655e04495c4b346353c1b12aa00108d5ecf3ab50e3b0369d7baa88baf6ebc18e492700c61a8c2a33eda0f1ba79e3768d71389dfad073620c07ca2077b99869b0fb960939c4198493a1f06dc30540f1c726248825cb5c69969e93f95f0f4448cfb8a0e9b6c6d1e57a5182c73f6105a655728da326c04422274716976cf59ed38c85cbf7b2f60e6013e7374f30e7016ddb2e37b5ebce8f5566e71f1df6feefc56e0bbccaffead2c0b936b9eb76b91c5a27a83fd93c53211dcd795c91debd538a0e0d757c03d66358045dd55f2c0174ecc24bf1b0631922b84c67aed681f8ce678ef3c720a40ff5053b77e7d9721e0c0804d98f9d84a162f023d6aa733a5dc38c818558612679e3cd24cc0c81ada9573292b4b96b1f4005e7e3cbf52f60453aef51c4597761d1fd959cbfbc9813d8d0527b2df19f2630ea9f225004b66bfa841a1cdeb980d6ea57a2d488e8f49f41fbe86b4f5cd0b6d4d2cf607a773afeb69ad1f02154a3953f25f8648884b7faa3af1c417dbb7ba49693c0e61231ffeb1d6935b00fd287b184ba920d999686109a1ffb94bb8841c58dc6333c79232cdd83d3b52274018f36dbbbec47d1187015c5c627870b04dd2a475680b9c01471c1f8aee7595a15ada12b2bb99c8a7572d0d53d4303d8b90ab3c100c5b7b11380e127cfb0e7b93ab2c8caed7216b91140b723cf40b61a2d0892dadfccd1619f5ef4a5ec426faf5997a6f4e1d0b6f5368b1bc3a4ba93acc43a616393e98322ae89fdfe26c4dbf1f6fb9c0cfb6f3d0690ca8475f7a6824871380b9876347f6e3afce07eab8c783a269cd4967efa5f57b15f99a7538c087f2bcc8ce81bcc8e2ea9ca3a4798d5585ecaf33f5d476690e8afd5faee5a12067287e53ebb0b36cca18a47b953aa53299e5d496a32c6a47e60eb4b328401814a25c9a1a015e7c1e4c8765bd12001cf846b6c7a1e38d50bd2c17226a4d4884c0f70af3b6abb212059ecf360b1127167ccf114095063af8e4e1d74f4d9199e12ff7055d9adca139c3fe3e9b2ea451f00b9b2b42ce231715553e8c0f2719fa11e0af7883aea39e1b0ec9062c19db03664b708df98f2b406935b37a3736fc4ce7854f6b47fc75b67de41aba06f45509d135560bf9fb17e9376c929082d19d420687e0c49fccba4e66847be6cfea077db168593d8d3839a4e41a764601285a8784a62917d45dd2a7eee772cf6a4c27c49bfcaf5815437cb7134f67c713aa685fdeafb4a2ec98771071bba8ef83f0ec9c7c51b03721989595409eb5baceff2f6acf5a96ae84b277bbe41dd67af0a326072584a8cca75aa04291a69a33651c6ec5a745d3af45ca84f42565069ca83298b7ba76ff5673f2300d02eece654f87cf176d3ea7ba25f92b85e590063cabf60364fcf10faa9ba33245c1dfe8f21bafe24c32a70f4aa49c7f723aa0f135241ab8e940eb02bd96a7ca6041da1cca4589c03f2a1619da4346a223a31391afb8c2cdc166e49978de2c694f9053ab92a0bbd0cfdc090c0878dc97fcbdf37eaf98d5b0864db0cd36066dc6d0222ad9fd30d913922ec555fa8a34023749483121fe2b757c21fe79f689dfdaedfc750ad259efc9690d2f92db4d15fb1aab5a91bb8b9644400de22f4522762a3caca1c6b6a9b39a8f6d1aaf1589b9f4a777dfd75e631cbad2fecc3fc59ccc3a78f2fc0de9a8582e8b027a450c91584b4b94a6467801c9c37116aaf0915830ec987549461266cf49a0a233960a63c1dfede80e91e3ce66ef0dc02cc628ff63886b3649f5b635dc740a77a0030279fda28847e3e153ce74a1373857d44c08e0a1fc23b1a755927be84d02b1be703d0b121176b5aa7c08a1c7177e6e9f0f1cc3bb706b9e6ad055c4338220d1b79543620706f5fa47776670271a257f7fa0361cf601e67b023433c2eb06b731cf7208d19d3c3de3f7ff2d11bb0f08e55865336daa360f0f24dadbd3213eda7e6d915ce657cef6b208b3ff2d67cae998729a6e908b7e479425be5abdb4b461151f467843cd9288bbb87639855cf65df1073f36a8b63ed62fde395d6646859dfb638912f0ce5213e611da9882514abbccb0928fe5a6da56be63911a654d36b5e96f9d021c56d7e923d493880973531ae04c0d98bec77205214d8eea8bee08073f6b4560d1f1a81b26491e7dc74832f4a734d2960ea5dbe09937d23fcae885c41432d0823fdf5b9f8d8ada44e32dfcfdabebaf127254361fb3bca98757c1004bfd06aa9a9f89f93bcc9d8df38cd5583a248a6961e8119b848f57b011d8235a1e1bc8702104e7df17cc80ade5c818df1ffe9c2f8ce98068adb8a68bf2ed7fd3cf1e52a81f91bdc351387f494ed52c7afc4b18494e819d97dca09c2372e6a2875e105f4128361081372c2772bf35a55fd0de6ccaa849cd38fa8110e3ef6d2b584c906d4177c6c43e3b503bb0fce7c0816ff2110208918467523996e58ce786a8fbaf372f9738adc2429779a8dd557602400507225fba90bf780004a95a9f98102fb212e2154dc0dfd56974ce9ab54bc382e6c9973101b317a97715fa985f50dc0edb44143e91a138f373640cbe5f30f384efea770383aa01cd0510beaf29f9d69903c737c55c4a9f299602743ef58c151b87abbc0cb6d0d0509d9c0e8cf66a16e89cc8a3608adb29a0ab6632ee5a624bc62230befcf247cc638ace54124f6b8475676628b56e6f2145b7d6345be8946083242828cb1498015647427151ad4cda4f2bc182b9073e33d461c62c86471286b388235e29a35fdbc32e048d09db81180dfd7f08b95de5e41e447928987cdfa579c75d0cc6fbec34e00514c3c4914ac9fba09134d4a5973778e071c693084a8abf34e71a4a9477845174802c283ad6b3f515950489fae5dde96823c61f1844802babaca89a22825cc48906be37360994099efcce49c0ec200cc9662da48a276433b6dcf105fc96e6803615fefe3e6fdce0f8e902672449abc7a8a10b31cd1f000f8bdecac199283b6bff77cd09893bd3a6fdd3d91593452eb6dd9114610aa93154e4c68ceabaf8d53e9977d107505576fba1e7d877f5e8d65b85415fcff107da885dcbbfe781bd90896b0f098508e41827aab98210f65fe08577141898599319211764075a7540574466f86b68be2e34d7299cfc66e565736690f1c038c1bb3c4a73fb7e2ed1c175bd3c42a4365e0087dd54acc2e3bdad26c495e78d2faab64bf203f11810ab56180973c1708d4cd0bc2cd7ac2d847e9eec861ee77dc4597eae0e4f6165736c4aee686270d2e930920c8fc3af2923b6f2afdd8129b485c9e18a5bf9ce6e335a69ea08d30c27bd318c4e3b09ce33dce15e589d477c8861fd0135ab2dbabb58d705ad2ac27192cd7eafc8fa92d50453d01a11ddc0d91063fb904832a9d4fa1d01fef38b7f6a7dc23d27a61a1f348389ca60d8c689d58ed83963c947c2d95055bc943aae351c1a7e013daf3be94c65a2090cdc489732d36cc1f3732c8816f9ee921c18b8ecaed90d1fa0460f1c0343aa99034addd4b222d9cbdc8dc692468fdbaa73eb3a78a00c3744252632d7dde0542dd6af5d88c6472bee6b8495a21625a3dbaaf5698f2466ec2deda3c65369b2183906baee8a5980b615f60e3a3326624f6a819188333cb19c5ab7b96c60349d388d51c88cb2556d74570561318c7521f761af2d85d3bfe7d8c53b97c81d91ada08fec6ae0c318c469497c1346bbf77593334c442d86dfe0988228f119b07a520a6094a6a92b2cdacefc0805a70648d991e3e75ba6af041c9c39888effbab68a2d356530336bed84b9264e9cadb76ba758dbb06efb6ce94c194e666d9f90c55600a54b780adfb4d374b643670d7af45779bea8996b823d40fb113cb99a39886d3171441b84d0199093cdcb745d23b76dbe265a975e77dcbe45cf5fedb0c8ab669b7174b8fb51b23c8af891e218c1001683569a85a2e2e67d92f1f06d296b5c04a0cf12c4a63425ec36d2fbfbbaf7bfc40cccca73796ba10dd95d7fc074bf968ef7469a38d09ae9c8bd16e732f841451e5f9c061375539bcfd6ddccb329f665c1043d388b1394751f761f331906a461fd6908d3f54560d25b89e448c8b6c307da4b6c69ed6017b91075f1d68e885e3ddb42d52416b759e014a44dc291edc95168edb5a21fc4488324ea640569606cceda4892d09fb3dfff269adcecb568754e965aa4ee205e9787d9f5a3a3b9dd45037ddcd00deced978c5527164e7476cee8bfa662cd26f063d1305ed6118372e779b4546bd632db46ca6f3199922ac6dae3a713924f9ed44430b4653bf578a28da07b34b49fce74813c4958182e047e529c0d933b540f391c8755cda6692ee5c684006e081c1392c45663bac909c11a2fc587fd9eb62bcaccd8134bda8b5b668c154c0c204161016b7ea92d218cde54310623520b7ded594a8ff2bc2b930705b24ac2fdab629f000368ba3d07e6175b8db713db9ef5f7f027c3f750a1ebb364704ec5ddab09219c50c71284dd68011ec4f3016d5b4f3add35ad6091229b5b107beea1a6cf2a851f3bd3b95effc8347ae39d8fe3a9e7167a9993e97e414045bc2d5b9262abf289d804c24030b313b33eb573eb88c267006996a5e00f7c4b554d7839f023039878790d5b0345463de93f3d57882d62b233be5df5f5d97eade79a52bbdf6e1dd7ff6e656337422594b21f1968aa3851534d418b741bcd4c0542647d79f9db3aaaffb96d05c1c26545586ff63e8bf54c671b066369ad8d45759f195414c26a1b164cac1d2f8643fcbca110c13ae0c0e39af92431d4de51c82a3100d874cf1a6424916b064dabaa4b61c27752b2e0e9285f22bbcdc5cfeb1cb35e77f96bfe19f362fa5fd1c0d177b3d9dc52942d2690b77a8a901d6cee770938a2c8f4fd55a191c57b4f1c5cbe3495d28b0e2139a44bdc5ebcfe32f7a5813d980bf3450c70637ba665dd31b9635a23c397f0d5985c3ba6c06f25c07cbdeafa138d811f10c8d86d967722ae197f963c4a4f524e43deef46b35c1a78463f3a44a4fb31dc0cad32d37c53d136e902c502d019f568ada8532fc17a0d940a12ffa8459a30c53214f0d5257abba4cfe302bd1ccead9f810095e25894adf2f902814daf42968be1bb12de5d9546d5ebcb0201e7984e8fdd41dac5a207993c5fcdc6506ce20ef6f2e7aac0fffbbed617bfae54ce8bf87905104003fefc6209b49622ba5c2bc26e81449c86a97fad9992fae330be9b15e56ea672680a37c4da67ed64ec0d63d9de7e78c8b07067eb270412f69bdb771fd1a3d1d7b245808bfa4dbd96ef424ba2872ee25fe002f7e2fa786ba73759feffceefbf47145e647b47f8dc141601c60c8d757ea13702a56d4acfa7213ea9a83700ff0ae76de2eeb9dba0791975d0018a205cfaaf76302fbdb3801d81a563a3c9869ed1326c6d563333a5193a763666d859f81bd5a4523c1b25e7f85bb55bfac7bfed63816659b73422c109d1c4cd5f9149c6e400dfe3a094f5caf69f276f9190678a1cdaa918d9ef00d556a40b780db4033cf2', NULL, '2026-11-22 16:32:26.773789+00');
INSERT INTO public.judgements VALUES ('7ac46f9a-7d03-49df-b1ff-c8d7e6c4111b', '599e455b-0e1e-41e9-be11-f4111374a3d8', 'kingston-richmond', 1, '2015', 'submission', 'eligible', 'high-or-complex', 'assessment-social-care', '\x01def0625ca01fe5ec7377330e1d05ab63db6dfb94b7862b3c90621940a532761cf83fce8364623e2d49d65033eddd6d8e37fd28b453a1c1975620a06aba2d7532b8b6c1202cd3f97c04035146550ee858527fa16d00f6dff4ec4f7cb3bfd15878d4ba14912d07a92eb2f403c25c920a9857a528aa2a553ae6518ed3ad5cb0a1458c2baf88ec3b80926780c8b3ee87516b70845e77118e45dc945d586b1e20f7368e91fc17f094b44a6d513c63aa47df05ed32684cd73fa83ef8015ec1430d2bc378ea2fbed9240304ae6f5a038b23187d35f5747fbe3d621c04c53df24cb52e479c7d915a056da2d488b613e58edd4398e39cf9ae0444da7e29639453c9eda452da338a8339648974e128fbc65d84592f1bf6d7891896a7a06b1648d1168c16d862b93d93aa526d43f3f2bc5a797548e655c5aacaf234f3ae0ac81881241a105599a2024af84448e7725c42874b4369f7d9be487ab7d00a6634d44b8f63074507dde669a1f73aab779a33280e1ac6a6731604ff6619dbd6d29839a13ed5863cfb0fab854f416f8ecebebed34233ae898ecefbfb73a3e26a04f70eedcbad679f2ce43863ed1b5c49ff3bed4eb27d85ce6758f795495aceef01d5cde756aaaf9c5bf90c10b0ecfcb8d560d9a94cfd11ad313698e941f4544f32254650f0e073f1559988d6c3bcd2cf43aa10336bdfd464fd1851e52619417bf681afbf75a6759082ff61a34a5df43fa9fa00067c5302fa3550674a20cab99a6b419f0a991ae5b5d4b97b5c739d43040ac8d095fa613bc52da69435d8ac82ac3654f14d47bc661e428f80c3b649b72d580d9ccec9154758875eaca0db854ccbda61f6914aa3e6bb350cfa5f46e677f0e9bb8998ae8f7a38a8c3e9aa605f0d588112f9badbd6b46d9283f5fdb34ab62506fbe9e2e209ba2b53821425cb2d4e7fcd01b6381ad3526b2ee5b97cf8caaac7ae4aa01c72e1d9d772adbdbf334e18af990a9a4d2577615dff5810821d62a0e721ea51c7857133e9f3fac44cda313139ef64590e7c25113ab7481448239b543c0166f991adcc0e9c31a7488d0b564bab39b00401468e8c79e212154a0f526f3b30272fdcd749d44396e4bcf0af356cad8814e973c28a5e127785e99fd7fa223d9abb8da261a65cc9e90508ff4c647c8afec883f20b68b1a2639b66c96e6700bcf486c2601118011249faefa43d4e8e1abda1860c8a50bd3eab19cd52debaba645e17eb245a59c085e878bbba43e8caeb3c53d1f7f4fb0ad2f74636b0a791ef36e5a20cb819aee05da2210e10a4b31a33e38bf32cf7752c06428486053e4c1ebefbcb732bf38fe3840769184bf1d91f43c224c14c3d77b5a853e35e1b87bcfe97edd8ea5d9afc33b6ba9cded83a63e0ee58afdb1664bd852ab6fd594ff6ff646173e570c48524f06d72938f29da473d56886a119453d650d184eeb69fdd6f981cab4b89b26f610f50fb61c81ab7faf8f3d7795ca89cecc3cb3f0ae05756d067d6903418feb6b0623a0171fcf89e4073631481ad42732b52da810fc7dce00734bb84e0348234a0214a89a6bee2280aafe2c051c4c4fa56d41d905b812e44c17d8e863a5dca6ff61dc853405455cc86ce00745dbfcdd880de4ea75574252047c68d19e1f0a18cc5e06f22abc1c319425f89a50e5f549856e663c26c93853b795124adc3275fce022e414512978462e2bfef3ccd04ed5015fe28784eeaa9769ef2d9bc9da445589e9a4e7dbf083137b3cb347ce12457246344ee71bc4f06599fb0ea62bf0a1217b6cc4098ba086c7ca6a632e1cacd2548c3b40e7ff2593f71be82cdbece4370e7e42a5fef126300b289dffa2080347ed3a2da9f4f2035292cb4017c307474949701fdf5cbb9c859085261bfe4aaf81e79049aa81291e680a504e0f9f725ca7709b70f4e8878fa727477833ca246052d8baff715d3d62946777094e5fa632c315a43022d53b99e6b568818c7a3d5e10741e250690ef4e4beb4f5f17b12e1dc1d490d5d022e619ec65618bea90ac56ebda5abf9a1de7bf10bc41603bf61e6ee76c698899eb54e59e1f27a686b55ab1f092b4ebe85ff0c3e35709fc31966c9a8b527f4bfaa74f2146d51840a85431214513540629ef4908abf71269cec6c164f3e0d892b785e625fa441349c004c61d00f1dd44af42de66f3a830dd1442b32e7a2c663f0afc9165fd7963b6bf3af3bb77f4fce1d50b9c1cdee9a0c834fc2b316280c81b1a247733ee6f1ddcc9912699df63bb098a2b0dad285aceebb995bdfacb50f7d13ea82170842a50b8898417dc7d63d74a7bd52544257131ffa7c311337b64694e400818008a16294590db5ae071d7128e8c4c191500dcfab9b7eb17ca31dffa359db2112e0a74f625567c8e687cd5064783bda31b541efd1871239fa69cf71bb3c1cb13b70dfd09090ca6ed414e8eb68f92fe157b921641d304b65bc9047dc99af133aacc66938a98dff75b7e50bea6f66413814c95bfb256a8d5c8ec21dbd113029b67f22ed08b8ce1bd35845d8eb6bf22a78368c87c6b68a194c150907823e22a733b2aafd1a3b4f96c951611912a3d09985f4e5393353b54af855f7cc3ded3347c9cdf16eb1ad1414d53826b4d08d0d18215bf7b5a36bacefa7362c96df859e3df774aa95fa90ff767dfd3a4810091f05bef118042d51122c07a164cfda160703a0f72b01b16c20278785ee1b117af460d54043e6b84d3fb2b33ceee9cfab5f50d818932bd4bfc6776becdf0388d61e419b1390af0681735511cf0499471af712aecd910ac9d7e52fb3df9bc3af085889b634998f08d7c04a8378edc1b053220c582838a2eda50703cd8f45330bd7e3aefcc6df3c5c69f0c460fdbbb24bc5bfe9d84cb731238f82d01c78247ff4039d9799e37d1d6bbe739e346546531fda6cb766809349f665a9122140cd98f038c14f1f768b7eabe948a9d01181c9156a5894e778062c6e52eb385a33a7bd7180db0d574a9f0579fe620a0a8b3982516aa0a37d65851f3a0a510affeb8d859dcb4b8a00a3e8c4850042c3533dd3b6b5c2d4076dc2aef5dabec908756b6c22e3d13cfc3e8613bed72160bdbcb0fb11cbfeecafbc682ebfcb1415e7bb8375e6bc859a87b5781e8458b3a2476bb9fae6ecb051507602a538998c871c4dcd6f98d4cfb8f2e02a00df32fd6072cc175cd87afbb0f6bb133544473296631384797440af3e3e2dfe90aa6c4d73ee8679f0169145fa90a09f68724933dcfa259edeb7bb3b453512cffaeded63ab1abe22dd956be60e37dcc8efa3ef06cd7c9be95952b660e4fcc77bb79259a0114ed439b5d3e3ad981a8f394cd885c3fd0bd0e17193ba50e65c172b4e87f898a1eb8444bfec0559a4811e060a43c60cc1d6a853b0cc8563ffa9310472490c8f3f29e044e7310168fc7695c975e382f52cd4e4d4cde69cc9f51904fc4a052110748e1014527ca5aec00acec8b9ef761116b8fd91dddb23c77bbdf7ce288ed4ce4a5b43645ca1df6bbbf65bec8af0a5762d93d172ab2b30c61481f1fcc866e2feba29444559d6cfb719c4001061ab4c08e22b406891aa3c8afd8a2000f6f92dea7ec07a4f46f9f98f23d36e18f4ef95c8c7134f1d8615282ae4b41170dac57915d66485d031a13c1f7c8f92a41aa874afd142e97096826f10768839f6dc18df2c5697e05554b867796b59be22ee4bfc7ab2920b26fd31e47387e1a0073b62957a754b0925ecc6e2e518f64433b1fc52cc292be87a3a665b476bb918e58b16634674cc1f9a1b2df279a270388cb8a403a83569b09ddb0a00dbd000e5ea92e19a53835bc71f9b7f6a71582fa6901e1dd3be0d8ca2b697177ec008921a76af6cbf8f0b7e82bdc8509a5c79e4faf66a6a5d1474d2aaec98394d07a8b2a34f91aa4457b528402ec3fbfc825cff4215232ce50bebe1c5b2f8ead3ff712bd1d008584667f8b73c62a4ef15133e6e83bf40faecfca8bfe7bc429aa3d3c944f62bbe3957276f18127fbcb478442a7fb936768780820075e700d10b8ed727587068dcb040d2b180fcde3491c676046f24c032f6a1406d3029d11a7978140113e2bb661a9b0a1022d987b0f7931c90e19cfaceb638eb363071c5d2ef930554157dd48fa1b588d7f73b71f3ae6a5cf4f30aef2c66adaa1f706d6ba0080afe6182e88fbc7c62e75426c7895f9b91d77e5a61abf5701cdb82086306bbb60c308e1c6a4e1bdd39cd0d626994548519115f1b5610ee3428fe493df760e57e6f7678188d08d3dc2c62dbf4bea91d32a07b17cbbd956237cc016d36aa4cda7f93281abc0b2075cd4b43633546b854cca4591f3575ce607b0ec51b22bda894c56ad6271c21cc3bafe3503e2414066ba4954ad7790a4edfad3cbe4be958112ded954de2555b2835bf8d1cc0de6b33b8c10d1554caf93cb2dbc80dc4e3b9507a3aa890d7b368cd77c8ee0a209697f01016edfbbe4d8b42f653ee935be9e858a91d3011f9c3ea182034b5cf68f16ecb6e066b1d76c054eaf08679a361b8bb2010966a70eeafa3f9379747d4891f386e15840f822dc2196a4592fb40aec67b35ce1e6bbd6fd5c0287a0ee754c2b6ce80234e91cc404f81fc3a2a6af4f8bbb589e44be368505164ee40d726df2f885addecbf9eaa2ae9e078b99085c806f2b45ea824d46c178f23000d96119f1df309a4551c7d58f7ccc158bb86f68c78d624f0d66211193beb0261860b60090d80f7c59939b82f24106eb211761f4e365d304c4d9ab8e71e1d4745b8d19a16da27b01e591c362a991665b645bb7f26e801da0d374d7853ac1d0021fa8dbcdb2d56f215b76658fc39ce3528912706b222c788af51e6a941139ff9c035d5d0e7d962a9c24cc02c43e6f4dfe256bd803e63be7878a8645ce4e01be25256288605a6887c55eeb86d0e0125c74cdaeecc347954d83a9b63f6266c10a70e7c450944d3739357dd664330115f806660d48f0568ba47750f47a59013a7e730eb5e64795fc4c7d8110be6802883c7c9abaf95afa40a1a6afbe3fcf0947d7dd8fcbed6c20bb2ee1d6029e8ae3c503d9e975e9e860b5f627ec48f6508d1ce2d6bd83b33b8ee358d01165c8f0bae86188b9fdc59c17d0964e7bedbb8c3322f230cc91da1ee9b0669952bf9efbe66a58330b0eec8a7bf303dbde30db6eed99263b383f656cdf66aaf45c50ddc100817840e40c3fa26e3a1af613f6301c380b470b0c2202d62f02b513fb64dbfa5a2063ed369c11caebf345426c4647b6a6f43a7838c28a6fdb0943f1cb3aa54a966ff845d6211c8e3cb20be93a7938865eab605fff53092db9813592e7fc9030c560a544221b6160df0eefca9dec15de62e485518631bfce96332da7749a703fba78f1e3099b5467f93c00c7cbbc061d26183be7493ddd88cd948beb726f93e4bf970cd54f7728496a20314cb595f54354eac4824dcea1fd4ac1b1ef632393cb51ed6e8c443e2cd2206282703a980835ee770f4e316f8947a26b4e5f59c492f43e8b8f602e0033b158f3eecadf005b2a432cebe41fdc1d7f9b2bdc2d086d57c931aa0dcc1b8d951f80e0d6f814ab00e2f094dd4ea2ebba666cdb4986e5c5e7e7124e49f66d6e7dae13e46fcd60c351f3e0d5e59014889902e036cec7cd63e6ec6be0aad10b024f45f82556737660526fb15eb12bbc7a11dcb537609d0b587f318b3ee28f8b3b164a6929de8bd18aaf6e914bee864b59f5a2bf04426e084d2ace45ee830819174f375fc56620fe23bbb4686579c2865e0e314dd0a054027baa40ed189c08afdbd6d151335849dc287c22d94a0dcc1ef9a476f797fae0ab463d51ab0a26dd2bc244ac04cf73d1f71d8f981b77141604b7cf88099f8fbb435e7b3047981c3e5e0bd385a33cc9d62cc9434c42f1749555cfadeb49ad89910be1624c77236b7b0157e1724556db399745d0d141645776c70500cfd37df5ffb6d38c3e64f07a409ef87d769cdd00f98508aca06fe0ebaf6e30f727023b928ec075544e840221dc2472ef64987ad59c4cc4541c27f8e7ac58e8c61546de951ffff03b502b471a5acf95a603f11478506c642ab405b117c2e90a0b6c3e73dd27f250e8d1f2e5e056e10480979225720aee587bdd7625f53ba9bc09606337be45f8cb4fa385ccde5fb7c9c9c5d9b54218ae83ca4c84c34512c5039e4e1c36e11fc8b8e3974a756898a044f1cbae004afad271650e6feac46433dbc4f91d166830b1c5ba6a1a85213d60e9c7f3e71a645f8d2f8358ec961fdbb0b5bfe4678d35d098ca1b479c0e2caf7219ae24ab8a266a24a42c24e23a0d45a4631a62342ec0e67dabd93fa5dacb3bfae5cbae232e7444f91d035933d91b18485f9a641107421e2178c0bc5666fe773018fbcc3930b9a26e43616a3b4115b0bf6ed5395a0d1e218cec3eee2b729bd2124d31da8901ba8b5a370a6b63cbb7cb6cb5f377a47ba9224f1ccb0bdf294a114f51df869c3203a8218d190c768e160393a20eb811a4a3d0a24dec2aaea488a4b76587d92890bad83ef913e1b0211da8e5871084de9454dc0cf09e534eeda953f2073674742f29879c07e39924ed9091fab11943bdaac7ebb52e0aab8e4917ceb96767e5da965cb4c4985144518e20f82fb8547a2315ca40454ca169edc55068c34114d0d1fc5450973dbf89210f12aafd99775b51d5e9e1faf4b1066f7da443614a06d28ea8ddfba31ee49a243279767daa152d88843331b31d2c534d293bcf255af3fc61563aa650db37daa3d41c7f1ffc17d148ceea8ab54eac941dda3490e43e750c8a1391f0bb0d1d3528cd89c2ad8a629ef1c1f772125aaa2581c5e5b43cea52a77498fcce1467ae81fa721df3218dfb62ce1b34fbaca8fa8b6e0a4df8333954300ca8f1509a4037127ae8cca721056ec426fab33b406173e045927268a9855f5050744ea909ead5667f4610d7b257f73238b8d2130b17072f1d5795855ba758365c69f27cf6f80df4887498ff2b9f2cda5b46dd86efc802ca4a9237147de2fbe47e0d68b3c8bdc8e7932400bb4ae8a81c5768fceaa559696d7fa8d215c2b6728aa25d427395d1d7ae2057315c2de1d9f38d09d45d940a3d43e60bbcd612cdb1139d8b52452fdaeabe1174a5fa62692f614faa0de575ec1201027581b3be90cc6ec0f7495b858be3b40906504cacdf076ab74c06c1129ba6149a0d3f1976df28b95c3ee2653e914310c64526fb3211b54ead02f6c012b318e5906e8e38865a771505dcf40780fb2210dece545bb82c7631031f1fd40c344ac665474e65283952f6edab1412b000228229dbf25a4de3a8dd151b1c66e388468fa5021337a289c8e732c74e6be14845ebccb87', NULL, '2026-11-22 16:32:28.152753+00');
INSERT INTO public.judgements VALUES ('74c4dc90-9725-4ddf-bb7b-7044b2ab7748', '9ac72edf-d843-432e-81c5-b19d56e4c13c', 'sevenoaks', 1, '2013', 'submission', 'needs_information', NULL, 'coordinator', '\x', NULL, '2026-11-22 16:32:29.542585+00');


--
-- Data for Name: mails; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.mails VALUES ('77929ba2-5b89-41e5-badb-0eb3952a53e3', 'ec822b9b-0eea-426e-8994-c985f268afef', 'nomination-waiting', 'sevenoaks', 'nomination:610d7b03-f384-40d9-a3f2-63cd69da84f5', 1, '2026-11-22 16:34:28.263258+00', '2026-11-22 16:32:26.8056+00', '2026-11-22 16:32:28.263258+00', NULL);
INSERT INTO public.mails VALUES ('d2f78a6b-439a-47e0-af1d-206e94de176d', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'nomination-decided', 'sevenoaks', 'decision:c70527c4-7b64-488c-9a92-310fc838d685', 1, '2026-11-22 16:34:28.263258+00', '2026-11-22 16:32:27.032777+00', '2026-11-22 16:32:28.263258+00', NULL);
INSERT INTO public.mails VALUES ('1304e9ed-fa3b-499d-b008-805a4000ec62', 'ec822b9b-0eea-426e-8994-c985f268afef', 'nomination-waiting', 'kingston-richmond', 'nomination:599e455b-0e1e-41e9-be11-f4111374a3d8', 1, '2026-11-22 16:34:28.263258+00', '2026-11-22 16:32:28.169542+00', '2026-11-22 16:32:28.263258+00', NULL);
INSERT INTO public.mails VALUES ('53184b1c-ac29-4f8d-ade9-b5270ab31252', 'ec822b9b-0eea-426e-8994-c985f268afef', 'nomination-waiting', 'sevenoaks', 'nomination:9ac72edf-d843-432e-81c5-b19d56e4c13c', 1, '2026-11-22 16:34:30.41942+00', '2026-11-22 16:32:29.557857+00', '2026-11-22 16:32:30.41942+00', NULL);
INSERT INTO public.mails VALUES ('9440b5a6-55b5-4be5-a1fa-693f08f1b808', '156d752f-fb45-44da-8e85-dbedfceffe79', 'alert', 'kingston-richmond', 'alert:fd9f2e2b-779a-488d-8c04-df3d1e723499', 1, '2026-11-22 16:34:34.458177+00', '2026-11-22 16:32:33.663388+00', '2026-11-22 16:32:34.458177+00', NULL);
INSERT INTO public.mails VALUES ('7ec0300f-7dc3-40b8-b0ac-df1c96a699c2', '156d752f-fb45-44da-8e85-dbedfceffe79', 'alert', 'kingston-richmond', 'alert:7b62fffe-21d0-4d23-8701-3eab00070357', 1, '2026-11-22 16:34:34.458177+00', '2026-11-22 16:32:33.86907+00', '2026-11-22 16:32:34.458177+00', NULL);


--
-- Data for Name: nominations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.nominations VALUES ('610d7b03-f384-40d9-a3f2-63cd69da84f5', 'FD-8VKJTYMT', 'sevenoaks', '2013', 'dba94bff-89a6-4f83-85d3-04769c5dddbf', '4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'professional', 'web', 'accepted', 'eligible', 'fip', 'waiting-list', 'none', false, '70869dc1-bff7-4b9e-bb73-bcc14a04dd05', '\x0176d479dba7bc9752035e6d853289647196bd6b2b3ba87453aadf312d2f4f5130a500784659b21a49120d56e7a9159e6c4c987d85442482c0b9e35e9f26610bb842499cf4dd15d5443a96156ead04b41abbcaa64698429d08b6719e35c91c966ff621fc3218a1ed6847b82f7854027b3ea72575cc0f8a8c6228f86dbb118d237d31ed4345585988a8137fa00d744e05ae4ca026f90efbd3532d60c3f161195cbb423594873c6201cdd300e6c9e982949172c59664a745a1ea9b411b125b046202d7ec4c17166532e1fd1cc87ed7dcc29c25f7de9db18e6e9e1aa1121e1687a04e0a8ec2db100aee5f1fc39e4d418db3c4a75236a6ad1e6e6ec195cb3d16f206ec971663f4c5ef41c79e0a0e08109325677dadf2f1c40465faf2a9d9c3098c3e07712ebf9c6532e8be70ec7d89b3ad493e380273ef6b66270a2c98150f2fe09c104cd41e190b81e291b25821ad6de8ef09e5501720f9be47ad91782f343f8763dab04e58e0596c9e70fcdb69190532f830ed62e4a8e981a34e59d5b942b75fadfd3a72631a27838af2783350b72064d06a1ef71070e5fd2db732ce7232e6a56367257388a07af772dedb7575d86e259d3794a8d50895c93267dfc78763fdc7cd05f8c3640164b94841c812cd60bf2d033f9e82728a69b33ca5bac8c7ddfa49899ec0ac80358e9117c5a7893611fb38124d567af37bd34dde5712f82bbdb2e718a56431e3c0b4bc3d5a50ef3bd0bba95b9068657b002745c3317bbea520fe4f118dc3a421cab3f7699fde8636654fc2dc7ac212f6f34cd9c5504637f8a5293d8cc0c8f75d8560dfb688e789b4482195a1d849950b9956a28e5f33880dde24486a6ef9c3945ea57810f09e7900f0f3a5b378f50e31900894bca3aeeab299984f91ed4a48b4a67a32e64546d2fcc865e48c4c563ef8ad505bade59eb327dfdb9c672a91f2a27f0205fb3fe2ab4ee3da2d502a073a8fa4a179a7c1b123b0ab2c32954b2a67083ed685d84aaa39177460a5e6d10816c14e250d91c235e0ea32df3a7644443624bf1d7170f0ad0767ae64b1018b4d3c8bf407176eb96f9817caa9874dca880f7869080921d8a3a5b582b0aa958c9e7ec04a61136edf1047234a3d58eb98ab174aceb79aea3973fa868ecdf9f3d0bf79300c95431619d0f02b6378bb662c8a4775d5c59544b569f530b85baf2777f8c8900df0e214b7825c2dbffe83d8cc23280674b02dce6e3a795ba38e4c65920fddbace010bb2edd5179342fead0c638c59b07874da38e2e9fe8050fb2b89a906a60d418c25750a8138d7e5aac22b5f74b76e8bf766d596cc2fe80086ba3b6b257091a63afa845b8bd6189717faf3b000ce584f5188096014cb5fcf8c11264dfa1d1160845778b8f4aeba3c2f38bcb33632fa1c7ac6fe5b41e3eee3ae19dc77fee87d26f64fcaa48938b42f2995511830505d790d9341737a68f1b1f1bc5638b99d95ac263c14ba8818604456adde615e20f9163385d6c00535f85fdeac0347a9949b68f692427b0b031f22bec09c8ad1b4140a9d31346e6b9ad83d23131c46c3618e959d8988aec65ac3f01c6b474f0ad2a1ec536545f286786fb0422d7aee9d4224a7ccb73794ad40cbdbe33aff37bce155b80e0105c1958b36a823c975f5178fd4fbe864fcdcaa9a7235f0fcf1b74d17cf2df35b5931dc055557eeeafc6784294b7802a7b996150046c291942346cbf51ecf46315f6c48c0076da622b841f03c8578e7bdcfb945c20668939b4b8a6f46cac7595ff64fba6255616b04f9f6809f5591ed55324ffc0f479fe2af6080b89f712e274a592b3745a4156802624f3012cdfe74da58c1fbd81ebe7ba991bf4cc7fd81e75304a3b789936d8b0c88f238c07ef576c93afdaffeeca92891b15b8b9e8b7934138521147461ff1dc6868b36347b05f05b32cf183a5d88fa992c83e98b338481e4031a971406a01f0f23709eab2c6e0ee7c565e1e5933c903635d296b0ca786aed36aa986b5ccd01f644658617db98aa19a22d27236cc7e11162c2bf53897e184e72337ca9dfe21b050514d2378820f0be83059da6775ba0893ce75641ddb2f08aec3a15ea7c0c852bfe438dbd4cc8cc10bf5ae3e60f4ed3656ebb37cfdffa0be309600556a391834996207e64faf7e912f0a82d5e6d0668341eb8715a06157d8dd5fb88002f69b69e940889a2bc621a8ae7b4e73317eba9bf906967389a1837cff703e44fb7cbf99ee5b9f2375fabc01ed3365e8675470c9fe838ac6e289a3c12bd0dbcc633e04ffac92f9cc6297daa4fa9c82bc35a200c46d8549e528231fa48a6067414c5d8644ea3a6cba9edfc78a1a4af0bfb8067614a9151ebc0dd41f2535a19fa2a995b7053c1e335e7dffad60195a679269874c890374dbebcf48e4e18a390a5ceea0b3a019e28867bb771be6cf9c97b64f65c643023184d14a229f42b1290276eeb7a8138aedb5de5042da6b5d7489ba421b84ccd2513d862b58603d0f0612d583b42b3dac1ca93462b95bb6ea69a0cabc04e67391545c263894f44f309e464205d3e85633c33932a5ff3d05efca2295205097c245776c244fc2ab32a38fa5863839e33f67abc09921eb34f33f2455034d2abbf3f804c1e934738917e66e744ebeb6640183d36de23c17f2a352ba22e2279963d2fa1ef3aaff86b212a3c396bd6b990c40c4e2bddbca18f22da4bf1c7e6185c8ea3b8420101e639068a02b2635e591e963d78c19eeae8934872930ea3dd3229b89632fa6cd268013316420191699ae6604889d904d4ee0e94a615772079b245923ff729daacebe750ed4b1c41edfcc8eac2940560a5ce1a114eb64d1e5f19579c973456f7ab3ee8aafcea00ed9fc76fd28d1ca35d0a8137ae25ad522994177e63365e0f083a593e554a8a4ec1ee74efb9c9c948267236709cb68c21b3e7e6e94d8628307e3fb33be751d93c9cffc446ddb16a8e5b02b4216b509874e94a00e6238fceac85f7b902339f7d0c3c08e01d4370c275cf0003cedc64bbbd875f0bcc171390b8a21d32d4027e3b7dd14854365e913c4577737199cf80891240f79376075540f0ec8b7af798acbb563724f92772debe1215b278588927621621d71452b0fd7aaa9079dd506f20b3288423c6244dd163351440c7007f9d8c29b7f78b8f7c9c2c23fddc0af697be15b0401080fc155f10c88bd2872672e1d635a4c71aa95773d2814645651b9cbaa5cbf65918b7e383563853b2e1e25a7c4faf8a61b64e06b93f6ae70e9e97a4df98944077fd7e046763f79805b7c96cbce03a5e2dbaec48a781dbaf74f186ffe00b4e5604a8a6a66726ff470b15f244d66b113edf005fdbf03bf49bee362ababf1b7efaf21901874521b7ad459b6b8f0100230b7ce890804e2edba321fb0f7f1580b1fa9e9a1d7bfabf7cae3f23c1800608343bdd8c636aa724d51d7287804e829ea8b4b955cd3a98bfd76def11d1f4968d44af394a271857ecc886ab9e7af2a23e660938e33a322731de8fc5edb1a2ee247777be2d200f7b9a6b15d5269435fafc10565e7bdcb9697d15e12ae310025cc1171d3de1987d0000cdb8bee93dc3db3da4a5d260aa571e88bc7e376a2c83202125bc65a6a3e69eb54d5513f1c6febd0663355680fddfcb7bf5e91207e2555de7bd0d1f70e5860b7eb1d6d69bea25309d262a6c91af20a28e7d81f955c538a5d742267ce70a87c638f9475cf512f3e73fb656d86a84a9c42a44cc00518f2fb96aa858a7b72a2985ea9f39da5cf694486eb0771e736528cb2dfb1016aacf13ba0360763664bd7011fac1e8584a451fbf489608d594b6ef01fe12f877b7967faf338ff103ab8e058d918060aa443c658502c005f9d9be9bac54bcb3d6a8e4ee66751d7b0cd538a82c7b2ebb4f90a12340979a51697150b56938916249e1d15ba8ae3fd359977a9cd9a6a1f2f1daa468526b3ccf78ba93c1760e3e56689b183cc2cef07deea840124247a6f2bdb857927e03ab72922dc3a1c753f8c2fc260259127510bebc4444fefcb0927a555585ff1392952f6bf93f5741a6060b99bfc8ae0568d98f68747759a893413e9161a053b98733ab47a691114636e68f42f5fcf2e1aeca1ee12628624c93a0717f936435220afd8d792261433eaafa19554e709573608f165fc30053e136bbc9c6ad270430d87dc8c51249e6ee20bdc9d8cdff98ce47aa76ecbbbd2cdd06702346d6e0c33a5912ff5edc803e925af3cad82477ac31c707a67b4bdf0f2449954e69f9cf16c6a281a5f93a58288566b7c93dd27a7f344c08c3dda79f5488db8396268e2386a015e4c68de2638c10b28686db1a74f11aeb40981fa5bd7d3521317f91b90fc2d65bb840da54bdcdd79c8c73fb0a0fd6e0c419e5f1d1424ff3948713a3f760283adf875d86cc3109e3d1e9255c57a87c982e0c005cd4b33ee19295d93f0284df0a3fc9f7cad2bf520db86495e737cd5eb97c9bc42d21ee4dcc72a240fcd0eee4a836209819669ac4954b7c88923af9b697acafbb0a07f25713911b630fe76e3b9f7271faf3f1372428d4dcd3695826ca2e4727dde3753df27c89181f7282a3b32daae920cd1ae51e20ddb7d2c80750bd335535b6412453672d4f6cb58896f787d85046ece13d8370d4e87a68420a10bc254ec0d3ac50337523f667c437c1089cb0f250371e69af817c1089771f6af3c5af36d9920c3bc44bc77f31c6f6d12764ebc49885ab725f2531ab2ed5dd6165db01c82eb8b9f6a80fe3482d75b25b5c4e0189fb53a33f548509c84367dd159854b588b104a53be6cc2385f77a72138f82914dba9963c3f2730d3460b0ad82d8a5565ce9df96a6f4fd5d94be468bf575a1f469cc5f47ed11eecd1c3a55137772d488e7f76b8b7f7d5de61e8a56a6bdd36da6863efd3ed9ddd1f77aeb4258a88f6adf91328a521edb09d93ca1fa2f9a7d332deb7cd9b71125482312c42404a0a37b055c3244ce2b62ddcede1b00bba9266f8c7c5d0b9fee89c48d25eada76d33801ad377d0fe25ba531b66c721cb073b9a7827c04990c9f65d85923c54cb60a73724fcd00cbe2b4369304c9abc3f37f4d9ec4b8b8e77cb32048c93dda5bd4a9bd1c5a100328276848e62937946eaa606f9c691c0d0eb9d18362a01e5175f3951057737ec528fa5369bdd9df60e0b85bd882f5944169798558708114d5a20a6e56604058588e18873275e9f26bce0f3d0fb07498c9515e31d16bbd94fcc7c9f049be97eea385150bb71725d979c085a906f1cfcf33d49d6902d480b911f6a8df15d44e5aaea8', '\x0145bc83805c93d2a0bd841c5ce424924d1ca5da08ba87ac103247d45c7660329d9cdbea83bb96d6dba82d6c8409adda4e141bf7916d1d585ff11bfa575c7ca96c6dfea100dbe42a7dd83d22356f5a7cfb3b29a4c0ddcc5879e3ecca2efbc6a90b41a6584c0669db077ba49b7c85de6dcb2c21a6f214319b8eb0b009e202', 2, '2026-11-22 16:32:26.773789+00', '2026-11-23 17:00:00+00', '2026-11-22 16:32:27.02176+00');
INSERT INTO public.nominations VALUES ('599e455b-0e1e-41e9-be11-f4111374a3d8', 'FD-5D9FTKJT', 'kingston-richmond', '2015', 'f4e69157-1f11-4c03-ab63-5274f1bacc9f', 'bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'family', 'web', 'received', 'eligible', 'high-or-complex', 'assessment-social-care', 'none', false, '2aa6123b-3a35-484f-af46-0e13f6ecddd7', '\x01bd66bbe27db50e62aff4a515a452b4c10bb843c3a40050bfb2a1d7b8a78926edea70fd3044647c5ac071056959b6f344abcacd32e80874e957dcd6c5337bd091a1503977b90bb2d48a5216d1d3a0ae7e359cc17881bf8301a178bc7d85ae296e2d055f50097d401ca0d853110fe567c9b7d369fdabb240e7d458de8a41a9da8ac7c1e7c961de26cb118d6ac1e4468cac64a5fb7c865448f407d4d7e726e05353895014d7ba699798a350d78757c6c9d47266465993b49a70291d25a468f24715461648e69162be64c981ae2d5bb9d8a634b5c9f37e709c03195aa3853ba64afa4488fc79d89835e22db5f2d27971f46297c387fb6eb7ca16cb33329da0691d86672117e5da089fba614cd0f8f8a932e6865bd2dd3faef7ea24db9b3c2f35e214f9cd15f084e427fd0c7da8803147009aba130ead3d785e1d7117527c3bc8e4ad27a28f4ed5f1906cf5ab13cd2d63824e763749e245bd4f833e5fc280c3d1f7a25081844d489736ab54552eb02b0ceb1c3b1623398be9a849cce668998050c3f0b6bc010a789f96fc7def069205bdf8de6fdccd7b0fc6195e408a6a9372f7f486e07bd93ec9da8c63992e61eaf3d278874d665ed14dced1c82676ceb9fc8ece93ab06b01499c2e0e8610b4c5b8a85551eded72a067ac9104edf950ead6c0568807062c18ad884a2a94240ff74abe7a3e8e6e944d304f1ab4fa26fa3f5b6ecc1d29b5e53d668b9666741009883b46f5b0ef25609ab8fa62239d8371d8f15443d9be7f7bb22158681647a796f4d098042fd404b6b4acb3eb4679e95077ace03a09d1b03f358fdc0e3e50f3eb862ec68a0aa62a61967b8a3158acaaee649e6e3a6186b736abdd1762e82cc6d7c70391b9b6d2270e17d76bff21ae382429c6c159b3a186be74c01fec9e1e70227a1c8d781d4eab6d26f341e5ce40c5d5d4e83f49f2760f203e0ced0f7ce381fe99e0c2a48c573e936704f6e178a9c3569de90867d012639b940570b8214afeed1b2cede28cad8850a15021bdc18bd672e5af626a46c07da8ec56fa338c28ca1a5a147ff44c65dd01ca3ed566225631bda3b437deabca4105ff57a391c515aeb810f1bc6b85ebb475b157f1a11e0c467fb3d068d6da0c45e58c065797e362c44fc733eaa53f972cac86344403d676552e7a91e8a2880a9099aeafdcc6a9009bfbdc29b5280dde2d71692b2a4ea93ed9b9c652a8c911eaf60a77e9d172d04f595ae297a7b6c04d8ac16a7492453fc7412ed212d184e2734cfb99799af86e296c7ac00248cb215e492498ea3b519aa20b07ba569ed6121c06b249970f193193b45e03c269c811829599f85e8253eb5ae88c65ebc31d1f74cfde34e0334282a7326819577970132dbdb92f41e21226adddffca2a388458a10f674d959af83e609a91d9bb15ed33ccfc1e1e5d1b5c48066da3a0f276e9b616255ce7dfd101a55693d17d47e9e0bd068bd6c8c4bdf89ecbe982d27313b27103e525d6dd376ca32688463d8626b2c955dec21192b302f60a11986ffd2f4d12375a6c2f2f128ed34f5062866ad4dead22ec2ab35e84e97363d611e2c157eb44df72408c8dc7f68c2fcdf43d9a4cbe75cf0f3fcc642328f37eb3407a681a1d7bbbec8650a0f55627257e4a3f05295ab4df6ca6706b89f3b909107b6d0e82fdfbd23e9cfcf40d9597f4d394d130e78441023d1e3a374fc9001e81cb647bb412a69d40d9a46a1a1a2a200719e8808a70fc76bdce20d002d4afbff98100701a958d40e5bbdc328a58ef0ce7593de50f4c5abc85f1126a007f4aca28a274a2adb7bb8bb65a4a699e686c79df64cf7161725d2ffc39551f04d51ad48d2450bf792e7f422a6ff05073cf679f17afde29ee1efa88f75d432338b1fb47d1ad278f637f11831632367df5a1173f4685c4929937b00199ad5398754eb1b1d541dcdecf9513538e8e86be60830245d2e69ba32781f9b583519dada49f1b0fae3204a8bac5746955d6bf6a32f6be4aa2cc2b9f188e5616e6d0fac6ee2e793a6c01465462c670f9d26858f3bf31f13501baa1f9780f4ebba6b7bc8fa9c995d9d30a50a835ae670be3da61dac3b798328aea6a49cd2d94175d208f7ac04d1bdd8064a6f2167f878c6ee7da974da99f7cd87f138557e4b052f79c879d18e90c793419d382819678fdb5475f116c5ae68520faca9ce5c3756143951dc9bcb1ce02781b636b60bc79bb29a0a453b3f6c15a87b7108171695d5954a8c8facbaf25e6e821bb031e74ca8adf2e8ebbfe16fa916e66c9f1cd35c2096c7dfa1a798422fb93f87a99f5567ab548f72921d861038ae67ca7b475cb1157047ccff04bb7f042b7457b773baf5746e83c8dad1b098e7f5a5a50d28c2eef1596266d36fac67614943ff8c3b63eb4a330d1516761423e6a615142158e7d7741ed318d16ac3bb5b9ed54e69c9bd12460c5be39b0eed50538c4ad2d11cb15a262e5cc7f3d0c202f7b65b2ceb9d0bbc207073bb6d40007bbb02faf189af3819bf536251a2189897e600666b552f25afd946e3d9611bc6f88248d7dd14a7f8e7f5d631c95ac2f8bb632514c7b36d000627153c258a11e2cdb11fe9298ee295f63605a4df352360ac9bde4b0f5111d0e77adfa4b98cf6d4701c8ca3d1157a47d7da3fa4997b7abe0417f6ca5f6aa00c2aae48735eeda7dbd659e02337009bef6592e5c40294fcc957f86521b987ca3bd419a49f8b768e01ecb96db337f88dec6350eca24774923bd7411160d28589e10188beacc2d5dcae1810ef89232c526dfe8369609c400a15977b093488dccb68600ded02a6cde0b1b4a8f11c273c84f05b37f5533363f36ee62968b663b7d438b7c58549734b48a2b6ba03066d73b1a55611947f376ea17a2d6c1bf74a913649424e81aa623a6673f478776819fcaf8ccd244a74f51baeabcfdd1746484e8e10e5ed88bbed95bda4253a7158c8febbb44552d1ba738e158e50957ec4d8ec1cfd276ee0de19dd3c692e89cbff5921430932d217ba3d8576184ae5f93eaf7b347c5c8c1f7c2d6cb68e6490ff7cd96d1bfbf19d25589e636f189745e88da44c029ad7e7d7e18aa0cdf9b5e39bb31c1b63f1d9cf66b03aac31075a465c3cf1e547046a4de5bf43aafa10e8e2128e0d4bcc639a7f588cc6986b94cf3f6b3e2506e4246d775c89a4489975f192f640c21fdf1693f19da072093662d76dfd5be38b99fac868159313d536fec021c73f73129a926a54224293b4b9f01938745b647998f57847b65882f69e645c2cc221afc8fa52f89567f5298e1c8eeabb1952c48445ba46e99dd65e3202f92ca5a166119326cf02a980c4a3899cf92456c0b3c3ba39e1eac8586c80fa21a0059a0ff6773f5c3fcc429e6a56b625a8589b610a7d6b3db92c2fc71bd0db891d4b1fec604d82bedaa381df2808ccfe5029', '\x010e15987b180c2c661b63f8b782b1e79091586e006366327df044bae1786df5fdb5817c81960c174bb24b436537a6912f72c461b297f331d750d61e63e102a9476586c3de57f9ffb981617951ec1888505eb2eb1274e36f404b187dafb6', 1, '2026-11-22 16:32:28.152753+00', '2026-11-23 17:00:00+00', NULL);
INSERT INTO public.nominations VALUES ('9ac72edf-d843-432e-81c5-b19d56e4c13c', 'FD-W2GMV3JC', 'sevenoaks', '2013', 'f9b05d43-0431-4956-b9a4-174955e80f78', 'o2JtCFcp_bfip60RkddagYMYTHrq403H', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'professional', 'web', 'withdrawn', 'needs_information', NULL, 'coordinator', 'none', false, '5e3db657-2f4c-4cdd-ae89-ade9151965bf', NULL, NULL, 2, '2026-11-22 16:32:29.542585+00', '2026-11-23 17:00:00+00', NULL);


--
-- Data for Name: sessions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sessions VALUES ('762dcbada99589d5b504a7a84b6c15d0b1f060c53f1267e3ed05d053ef51f0f4', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'bearer', '2026-11-22 16:32:25.144173+00', '2026-11-22 16:32:25.144173+00', '2026-11-23 16:32:25.144173+00');
INSERT INTO public.sessions VALUES ('b1db83db8dc14aaadd8d5b1513e40da0fad5383e527b539209a4ab3f2b5d159a', 'ec822b9b-0eea-426e-8994-c985f268afef', 'bearer', '2026-11-22 16:32:26.879754+00', '2026-11-22 16:32:26.879754+00', '2026-11-23 16:32:26.879754+00');
INSERT INTO public.sessions VALUES ('d987b14317afb9b3f222446d1f952f403b96f01fc21352174f2eeaa914da4d55', 'ec822b9b-0eea-426e-8994-c985f268afef', 'bearer', '2026-11-22 16:32:26.938192+00', '2026-11-22 16:32:26.938192+00', '2026-11-23 16:32:26.938192+00');
INSERT INTO public.sessions VALUES ('2983fd154fb9f0ee253e86e870b40a0a98ae1630f099d7f27a6f2b6801eee0a5', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'bearer', '2026-11-22 16:32:27.101218+00', '2026-11-22 16:32:27.101218+00', '2026-11-23 16:32:27.101218+00');
INSERT INTO public.sessions VALUES ('9870a3a9c7738b81ab10d1a0dc836f826dc106577e08b3284c3c4cf992995938', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'bearer', '2026-11-22 16:32:28.24101+00', '2026-11-22 16:32:28.24101+00', '2026-11-23 16:32:28.24101+00');
INSERT INTO public.sessions VALUES ('2955112ff0a6e7e32e5f36bf113af533f41044c56320f0875615db75df4c66a4', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'bearer', '2026-11-22 16:32:32.502819+00', '2026-11-22 16:32:32.502819+00', '2026-11-23 16:32:32.502819+00');
INSERT INTO public.sessions VALUES ('f2eeec93974a9d92934760b3ec40e5e411e5db816921d111f3709af524f99f29', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'bearer', '2026-11-22 16:32:32.861567+00', '2026-11-22 16:32:32.861567+00', '2026-11-23 16:32:32.861567+00');
INSERT INTO public.sessions VALUES ('1023010d6458a1260f0ebb0bfa2f338d9d23320360719339456b097edc06aa89', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'bearer', '2026-11-22 16:32:33.558032+00', '2026-11-22 16:32:33.558032+00', '2026-11-23 16:32:33.558032+00');
INSERT INTO public.sessions VALUES ('a307c3d01ff316650a2f426234910bab04c98c003139163d321066f7020e3ef6', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'bearer', '2026-11-22 16:32:33.793209+00', '2026-11-22 16:32:33.793209+00', '2026-11-23 16:32:33.793209+00');
INSERT INTO public.sessions VALUES ('ae95065025e2061eb68a0ce651b3bee9d11f3a885055c8214497c78af8d1501d', '156d752f-fb45-44da-8e85-dbedfceffe79', 'bearer', '2026-11-22 16:32:33.968749+00', '2026-11-22 16:32:33.968749+00', '2026-11-23 16:32:33.968749+00');
INSERT INTO public.sessions VALUES ('59470f2884c0cd9e680f9aa0b2b9366bbf4b6a074d63200a738c16191e1037b3', '156d752f-fb45-44da-8e85-dbedfceffe79', 'bearer', '2026-11-22 16:32:34.122827+00', '2026-11-22 16:32:34.122827+00', '2026-11-23 16:32:34.122827+00');


--
-- Data for Name: sign_in_attempts; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: thread_messages; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 1, 'in', 'answer', '\x01027d1ebcfe425f4869655242a202bd0e2fd541a2926138e12cd1ddaad89f31f7ce567764e0ff4374cf5c28f75a70870fea5f982323198206fa86d45f34191935b57b4f0d8ca7e2134b6835e9f6904b39fb540a4fb2ffbc3d85104fcdc3726cb3299e350e24ad455cfed775660751a615520368b576690b650fe5154151b3d458254b38a82395e1dc19a7937283c3f90b58cc47884841f10f3f910e30e1bfb311bc6ddf91ca326a2ef780b81c4f6397703d04b56969bbcccb158a1abad9066eacdc48dffc6aa8d52af61a15764cc77cd9db28b506c86bc80c7faa53d7a9768944fc340dbb7dc1d84c176707b03890fa11e83fda9ad9c52a1f131d1d576be28f72f2e59c8b47fd788a593848834d804357b7a4952820ab65b4c5c274b0624a552e097c62bcddf79d49ed6466fb699d73a7381ec91418e1cf6815d9c108c7305262adfe616790d601ce6c586f05409991d36fbbdefc694dc9969cf93ce32acfd1fae15dd60d2823d89addc281ea5903dc6960c218acad9c35b24cb7cafcc3f17111a9758dfaefd3cc31527189b868fd4e091a44d59a14b7836e651a71', NULL, NULL, NULL, '2026-11-22 16:32:25.325451+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 2, 'out', 'reply', '\x017b675eb8dae0dc1584ecc574774e8fd25ecf7d885f9f3b6fc4883609b6a8521717168a2b55f2029caf2f108a57f8301fbbf869dddb234e97b25bcfcc2a2a0e67404ed72186376f54462dac9b007307b089b23c17e2621ebf9fa9339e2bb69c544d691688f86cc0b5096c4bc6c2fd2948e96071a7893ab91bc6b22338ec8063c1a516e1736a9e4cedbf8fbd9e1b8bf20a2c3dfa3b443d74dbff3e40a76231a7c9c21fc7fccd10987e22e2d2948ebaafdfdb9f6420d3bf75bb66b1a4a750de309b9f9201f4421a74ae8da854ddffc7c7a20d0ff454c08da65c48a8f1e40a7f20ceddf2f4b36711272216a8ef6404762253c82eaa754258fe9df4c398eef70b33ce0abb6a6ed76edce472b423d79c78368f626f9cd6f95ba2f8508e1e6b9c78aca4552735fdb3f63a144171b4d635fc814b49c54e964b9bc358e6421fdbb378405170518c', NULL, NULL, 1, '2026-11-22 16:32:25.489266+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 3, 'in', 'answer', '\x016eaa70157fbe8b1a3ce45fab2a69c77636839fad5f05cf2c84e376c68cc39ef35af606a482938d6bde3a4a61b834c912457d8d8d6f33398ca48c3f8536081c0218b709fa63ac8e46235a8d83c33e086332f4851f5744b1314d32857f079a7028666c77068003c4716f07291edac5539fbb34933282552dd4e21f3ca61f0ab8573437ba1c964866577646a61376fe9273f114c428303b85e4d8bfa9fa8dca59ffc3975c92c66882d647c5339d23749ec1e2a4b95aee059b4cac85a3cbd58cacacc960dd544b502ed07aabe36cddb613b353d0e38b0f259c12044fd139114acc97ab5b0b20e58bb092b631ebe9a8246955b56af4c968b925b706388d66587911f58798a6b5052f266fa7ea4213136478a60cbd3e5f3c6e70e68a6a512539039825e628e64bda7cef6f4a71973f74cbd87ceceeb3b649f20e9f3926e8f4d261133b79166a6af4651b68357df09f3b7e759ee74d99e5a7be7bdee424371bc2eb0b55b9d866e92ed712290bd620aa72e9a61fcfdb1d8743648f4c5c752e60b830bc', NULL, NULL, NULL, '2026-11-22 16:32:25.526318+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 4, 'out', 'reply', '\x0132cd71cd7c473a5942818f074b8aac37956ffab60f43a00fc5bbff47f4cf94ada868d09c0e6fddadddb3dfad9b6f516ba6d0e69216fd15c1c53608b5cdf85906a8138cc5003d9dd3bac891577f6883f9ded0a83a95a693ee29089158627895eee115aba14a97c4f72dc9adbf3e1ad354381075a484d3eb993f32660cab7ebebd79533035e97619e68edbb6199d8aa2fbda46cc6a484b95d4cca7629131dae6bd34b88866234a1f69f6d9b319fa0697ce65e8f93883e14613954715939eca2be52fbb96680076c1b4fce7f6b11810c2421605f27da25ddca99b0abab9cd99b3b865787e5c72de755d7bc963e891516c9c6dc78db270206b945bb9f3fbb1fa7a9b81dcafebb3a5d78775fb934b74260ffbb7bc200f2915ef875297e5e51a0486fc523d65f13cdbe908bac312791d2ea58ef67c390983ec381fa8b4ee0f3856cb506dcd43176d7723ba2516b4867eb407a012cd762d5918abcd6c33cad29cc3d0582427fe5607df1ca189d554b613e685d6bb083a6e554e7e68907d0ce83942e4a3d0829e995ffaaa54179992c396609a34497f171a62bb334cefa0272bf8050c44d4c7fa94c8d850fd67aa0516a5bdd7b202018d4566b242eccde308ef06df4fe1db6185f55ce768a8ed0e11e97c61941efc0158d6f4ed4a2d53c62688cc4e359a2a712ebc091179ebe1de1e09e85901d458db34f1bcac7187803c666704d3c77ea74c66077b2edfc33a7e4f311cdbc8f42652e9f94d6e9c8599f2900839bd763ee08bf708676854fe27c3211c738a2b88a409ebd1930f5964648d414b548508e360f3ce26eba1aa9cf6095f5f9d722eb0d18b0945f5c919a1c96f3e2ee81f6437a6e0daae4f8e1c53092dd2c5d08ee07eea8a4568fd950b8ab41f21e1fe462aacefc4007091e0f81977adfe461b1024f0e952b63bd950961d09d788d55a5aeea5537db3f30dbe5d4e18bc47e73fa806f0bd5da091f7f148c5e5188c92670a4023d5f71c0cbffa8077d0f7d3e70ddfd0ff9fc89e6b13480d7a5a39d56b28953de77c61365906c2af84466087bb516af73b74b5fad9003566c058d909772e8c8ff4d4b1263d4b703bb5de044e6232ecf932e66ee7cb2b24596f6756827da5d82d7c36b0758be3a4ea3520bc61a4405d52991947299785b0f7f37034e003ae5199b4fdea54bd8ac1da71649f186b64db31aee38d2704020249c6f7ac50b46fcc5f0e2ab2b49d95388d5dfc23511facb0ca811fff218329802c722034156bdceb5a8577c7c0', NULL, NULL, 3, '2026-11-22 16:32:25.570285+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 5, 'in', 'answer', '\x01692e8011966b8f58b9d74ce30039391fbd1f64b6dd3f21899bbca16f6280613f2b4eed3af87747d475c2ff01475eea32a0571fd552a74d376947ca6da97476848fa1831ef22cc8e6f3dbafcc91d0fd01347d3026261cc5aa402c8660496ae78d6e2a2d84e23f4a1e1b7dbda5656a4566f1eb53d4f7a783446c1171f66b6d9dafe058edac5655f3f56a819b23a40dde2eb0bd5bc7a1a7509d408dd38efdc163b82791bd5fa4196626da6a3aa281377153f6d1ecb8185884c8244a4a2bad53034e4fa3404f9e0270ab5c5946e9981ca93d1dc7d5cd5e3d3a36d3db36bcba4e23aa347e8c5f12f455da69d9ce93b601e790d280b96ac7bde3365c0233cfa6cd52a454d6af76f01ed3448f95dd746714a61dd18b00d8129c60118ff7e381f19d0cfb545bd15aa57470110a9ef6b5e0536622957b7ddddfa3ff620893d82f5d107fdb2fbd3a74afa1ab8a1156e1d8cab8e9850943b95c2041e5833edffe36cb7d163b1e52184f59ab084b42a66fa47674df7c3f8c2288644a5c29c962a36e2b43052eaba4a6f1815e28e15b83ceb401fe784c24cd9632fc943e45bee8083aa2ba9d4a4af13221bc01d8a1f6303375ab91bf09d8886f2a86011f8c7b62c836a59c8db9069314910c99893fbcb77a175d9620ba1ccc08bf840bd8c09b1b8458114e1227421c74fdbf5b5a7ef916e95b1963a63df40f372b9c8d7488676e4e41a80ba2b0b182c5696bf46987ba479fbc9de4565ca1b56676ec0776bdedded6024a7e510f985009afe90050486c6d6fe6c534524ae1eda785a8cd61aa9480', NULL, NULL, NULL, '2026-11-22 16:32:25.611337+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 6, 'out', 'reply', '\x010cb96b0db9d383f1e311133f95fa9ad7eef5554dabd6c530ef1233200860cc78fcb80962e88047b4d4f28e8c7481fe0135ac6f8cf866d13e1b86a742ce254f2055e07f27b0e330e4f56bc2e81d3a39bc44de9b1eb04e451be4b37a4e37746bf3d8db71127dc2e2e68e1a13de9e11beb0f5d56ab53561d17f11d19ea9b987adc050b7e67cfe7c3b2dbf10447b7e891d220c5fd384c0120b43d9b14e18038b36fa0126b07100d9acb469de5d748e42d02dbb3aa8cdb1d051e85b162c38c27f50560902adf03245444ae47f868aecf282bc816fd336974d8e4d6033dce1ff91207e82f7534f2c892cbada72038e087b1ba35c489a17a227500913bd27f9bdf60bb7372171e6', NULL, NULL, 5, '2026-11-22 16:32:25.654647+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 7, 'in', 'answer', '\x0135b9a7b021b986d7444ab6d521fb8324321a0dec035a80bde94ea80f9b019ee11020758fc89300a10fdd1ee4d05a5369648823d7eaabd421ea05363505f83f38ca746be8393f8bd1ad0e64dfd32c3268fa96f6519f7cf802f25339f54a39d3596aa542625b51d6bd5a756b5f874c1070b852787ae8cac878ebf5c6cca699aa6b384dee50d68b9d64ba044c36017d126c4dbf79817e46510b797d44294d236402af47e75703e39812dd16b4660a2af452871d7bdf092db3eba94b1b26e0534f42040c42717d88465f2b30500c977c6bd2dc75ec6d002a924ed177fa5c0543ae818ea6167b6d46d32049e5b6b6a6edfcda73e72898cf4f3c2e0a796ab8d228059e5b5e737b3e66d64aca3a8e5d0de27e3d1f8277d02996d83d178874fd63dd15f1b30d034764dc793da5ec8476db2dfc1cd3bae8a0c4a16328737bb375b0e9a52cb441abdeafa12d3c382a4b0c64ba3dc7d8cb57271c2aac213f957eb153888948c55349c8c7120d0ce3c18eae001e8034f161230804a306e163509b7d8e85e8f647796e5d3ae823887d84e4fb22ba130b0dc4662db884fb09e6122b34db1648878fce87664b7274798eaa6bdfa3e8ad1525e2afbe357542491e0992bcf2657e5a10865afd41c00a31b1e711b798c7ea27be29a978111cc6dcf16c8c08da383ffbbed8d9da5071e33cfc350815fa9d5af8bde25483d3bc13bf821075d325d41a5f2521cc204b8208fe4a080ba7762e807ac7b5aa7aae4d7dfa66ec105c0313e610840fdc91f912452a8f1f7aa4d9bc94b522320984dad867864b0cedbb66a934d46c2717e7daf571030b42647546ffa23c56fca9385aa7d98eccee6778160e9eb2e2abbbddce21bfa842094b061692666c45409eca0624d87a523d98e6d0bf87ec869ec680bedf08f5a9a97e58d69d0f048d1b459c6c1cf5d0d13aed95d24dabe92ce14663138b4a6ab21533cdd615b54e70d04e7522f017710151cb83e4182b60a98c9800d9aa3a49adfe31c1a299c6a4f41a79fdf35b8718a2cac2b518458cd50f48e90a7d0b7e2abf15276f559f722fee3450585318d410373b06d2f69e5a42d67d5ed9db365ee7851d4ac5caa14e59f6dc2607370eeb5e3c14d7587b40f35472efcd11f9708bcf117f80ec37d3d84514f91641c8824bfd91eb3853a0d64ddda6ef28184e1eab1056a567e5c9a21a6652e50a0999efe87f8e9836c0e22e9971e282236b0446787398ec59628fc8f50ab29e79fd22ca8b635e7f8564a96845e3753f1e7286dd352f89caa01d5a32200372ac1a7ad66321218b05d844b3956785ef83f89a41e24722d479304d258990886a908afd751a359a4b77c749e0db888a409cddd520e8df839178325e156879cf615423f366f2befac6b8f800b200285864bd52d52c69499d3c2719cffa5570c41110c1dff374e3bb24403a9767803c5dcdb2fb5a9c3827dc071765c70d9f0faeee93a8b895ca41a75e7f05294a3fe3bb61bf9b2c74c872db202b117ccccbe26c1b4adfad59e5d8c71bcf9e587dc6531a7b838e517c0f7b7cd752661fa6f0fd79c4a76f5157e7a7296091e27ecb484958933328af50b3d58b2eedee1a545d7da0a038b144af15df15efd10d89b3b1b8a4d9f32367f24d8137b7a3bc5c6e126c4061a29fb2101ce5997ec81d243f9dffc3a4c01cf7d43205aa9ae1d8eec6717f10ae178b30d7e6adb04f3a11bf354dc50f4f6a386af50b3ccb2af89d755c0ae0cc1b113bcabecc763f306a0b7ea7fe5f', NULL, NULL, NULL, '2026-11-22 16:32:25.69896+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 8, 'out', 'reply', '\x011258d20ec258c101d52377b6c24f413cb787367ffb2f49a9dd91520575bf67bbaf1fe7c818c25091b1053b94032002e82a2a5ca93bbee706041d45ebd9265ffd28e2cf7d4834d740f65a5ec810770b1e841724c5f1d9639b24164b58796484b3a42ade098a5bf09b5580d42581dcdd2b44c8d7ce304ac30f8c2872bd0feee99611ad5f804e8168a2d714947b29a2d74bcca2dfad1b91a13cfb47262c92c5418f0e2003c2e24aa393fc0de3da795408b34463b47ef29c499156190c4cb0de307bd75ab1bc38e847132ade0e1b3b8834dddb16184c37f78b', NULL, NULL, 7, '2026-11-22 16:32:25.737693+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 9, 'in', 'answer', '\x0174b3b431e3a0a8394f92728ae8126b241ad9472b7c9f3a221e6dde5cc7fb3b5d66ae2db0cc3393fa7da77cda78f46e3e9b05fad609693a3823c1249258d073a8e33dbab27f9dc8634b402586725a07f2b5f7b0cf44c0ae4c79ee7a167abe7a012f959ba6570e025141da80e5c98671ac30cf33a10027fc4855c6c1b975aa5d2df61d0042b62a555e4b9bd7407ddc149e8fe1fa85253e9ea1e2f429847d6cc42e3ccbe9a1e49db91e40ea7af7dd95f89b5cd7b1b68bf48f802369f6f8a01800a824682f434c180888e6bdba51eada85cc57bda8fbf2b3c62ef2404fe35cd01600f52f7cc905600c3db60c319763ee9e04c9f81faf799f26c1d24e239f02e4bed2beedb96c60edc2dc1045a068b7b39740460b30306f0883b8447527a5cf274a7e346281f6de936bef1b3f379a2bb32dfbd39319069d4934a1926ef1b8215233b59fe62868c5c4de812055dadb6ffb141c1e5f282fad960f99f14366a6aa3bffa7908678049118c6544264914149e4c2adf200199051d90235b6e780fb46e03a89f9088e2a106bb7cd28e40f1afe4e8d2f6472987d9441c60f9b8e04ad27cc08736a8fd7244867c8f5731fb606fcf4ab27cf3f55c73933278f54e3a165a8e96da195dd701c3db692257b420c6d3fe6802349d99e157db6bf6fa3c0bff4fd71d07538ffa2adc812904f4ad1f78d2047a4165a8a1fb6131011843ef7fb4c7c21a3913a5f7bf56cd353c4d2e520d9fc669bf5f85bd7faf6141fdf58aa778ce613977cab3e7fdccd0470af7c8ba88b9800d8789a0ae7326e2c1993de70ee8e84360686fa94fd473fa6f915593a8ae7b4da36eab93a058cec6bf5415aa593f839afa139a66f744adf573e10769a34d5577cb35f626bb8dde6ef231582d9aa72ce3c5c5c781245f55cf27e3e64e05d5f408fe53d9f82d4126ff52cee33fe317372f6a3bad160bd07ea781f5d524fe178ec432e577f8c64436ff5f827d6cad6b209145ee74dd468d6fadc00aa8a79d6c1fef6e00cca0de6645667e4a6ca555ca4f58642fb924361fc1cec8167188a66a9a94a23336d5131c374764fca1e5c05ceee01109a454ebe1da15243152c2b34522cf15000821127bc47185e78c819b781bd594d017fdaf995ddc7945efda3e1e55a8bfcf58365ded5d7e7173abbf06419ad49f5f22c3601c5d41b2877a57912d11f1a7e8f4ea29340670985258b2480a942ce58b8e90d4ba3a5ad26b1bef65fc08aed62c1a7a6f70e1cfddf5b0e5e4d9c034aafb02164dcf8300c47ead309d6e24d77a46ab5d2319e1893e59eb556e160b3f24eadea12ee73969a6376deb5c849b1512528d6a7d719aad42c87db2e0d904e09b9f68c96b80ae7098e8c9b8ac32bd66f7f640631f73a3f3ac2367a6cc7b3f93b8342a241b32b7f74fac2122c8193abc34739223a5e3235146646be6124964418bf4bf01d9be9d02b47f896a29c9b723f61764fb5bf01ed36e9c863a014fa81c649c1dd3995287eb3988af71915c2ab17d4e0b4c9545a4aa64e41ce0a716560a961ec9746cf4d73014d454a59d37b85ae46ebfc54fd52a608d2ff53d3a510634a71929f05dd171999a5b35b3dc937ef37d2c6686149a2b03e771cfaa898d60cf0cf694f701e4cb17ae6f03c259d8a257ddae82ccfeac1338aa5f08ed7e02f2aaa2f5e5169fc27d8ad57b7473190f19809e0ecfba2a12b3a6445bd1346e299b778925de16183ad13367acb8ce7099a416113b7d13a9ce2497d676db90e8343', NULL, NULL, NULL, '2026-11-22 16:32:25.782095+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 10, 'out', 'reply', '\x01fa0747a1971885b1988a7ec699f5685bcf404e0fccbe9cc64b73a5e23d4fc72f24d73866cb043c32ae574cc3fbb88c353419b110c09127475d423a0f5ccd987fac031d0b1afcd763a937244ffb0e1c6e66dfeb58df73fc0beafbcbc5741601639667a2101ebc0d66d442b890a823a276f8e34b34a024c665f09cc3731aaebb521309a8c05c9a3adc337754e7f96290351665ed4381c655f21b163b2853570a32a7b0c5b7f1c5e56abe1670f06e22d66cf00f1bf6c286798c80a33bb6512b9ec5f5194c1c72de354e7096e398c5e11810905095f44d74a6', NULL, NULL, 9, '2026-11-22 16:32:25.823402+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 11, 'in', 'answer', '\x01d0f64ac0d1d68e0d7a2e4afa9574b6ce0217a005ddb0adaa24f48a6552c0f8d983dc8bd6ed87046f312ab52fa21fcc834434ef7bc80d0097e288aac880283e381252cda5e5cc995c1e7ff208d802602e6d05d06b96121d13104270af85f73de18697256d8e5d3ac3ee06de309ccebb313db636852eefb0a9f918b5390b3475c27f778835ebcb624dd2b138e294194f04c441f17eedea6b54077071ca501391589a357e45e8463ddc404e15c8e39ad6278e8a649588411f0d923ec262a12eb6b5a8695a95888b2eb78103f2a9a68411981035fa4d13f96ba50623c9697b212666ca4674be3e3310d7e07e69c478422fa64d59f4ae26c02f0dd89f5bf74e9b9d1f379c9ea51bf5dd8576ef8795cf1b2c37cf8e59bccc9c16791995e37a87fb9d7d37543fdbc4e09365b5fa47a26b14b61027a8c5a4775a345d612bf80eac0baf715d9fb1ef6fa141be246bec1b24918a0eb69786f603eced42a2a8de935deeac590e78f4af801688c4ef4b4cb62b7fa200c3febb1c5e6f2ef9de4fb332ed86c617207a2f8336bc7581d3948fc765b52b4e4f6721a1be5442f9aca9424257a66330edfa76108b9e175c38543bdf9d2af7ff02a3a35036294c6390e270a92ae816947e25ce4e35c19ce6e11625018bfe600916c4f94ee5e2293dbafa84acfea2931a317bae82ca2c7b7c17ffdd603b7cccd0674e0a4ffa426efc154d2b36590b06ab85060bd275f99d2c63c543f5c5582d76fe3192cdb44e21ffcc1bb97166d6c3b6346d526cac4e4831b0e714543405260f18aaa68d58ae2c1f6c4ae9d51ea4dc23ba5f2e886394b47b34c404562285f20efa812a60f1b11002700ab7fc46c07eaac07eca2564a9ff7b024dc28c02c3efca3e4b87b7c43c853a4d2576f62d0bb25bfa0b4cd5a4a3018f232c00db79c7112be4f3d2035b700964263c7ed3a90395dff69c89ca3ba8359c8fd83eb72c729387108d1e1e94c7d5a3c0b98b26735eee86b966db2be9c8e98c120388e69e841f162ab42a2475d48fa755fdff36a35790a9e86556f0c1e01301bf08c17c6028f5a28bc9f02feebfccfbdb24e12e4e32e646cba58e3d660722afac1b995f7ef967abff6846ef3f3308815a939c0c1bf8df5e4d44f56dee25171ad42ce36ecf04c657b3c1ab3bcd7eddf8530acae10953023e8ea6da835ee84ab6843195a7c6ab5a359c1848019e73d4a7f353bef938a89ee04c48a875edc48429be00e5419fe18439aa11597c043408e9559de7084e91e15d8a2bf5a8651cddba220efde59e99f7713d72eb81c4b080c5d5a90aa513bb737751130a4a6ebb39417d28f795e76babeebca1c049e5fafe9efeb0f3883479689d85e00deeb727027d0b6385fb19f4f5d0c748f292f39b9ba49aab02eee02ca55355fe0cb4f1237ae4147748cf826e3e0ea08728fe85b37e3aaad6d0cc09', NULL, NULL, NULL, '2026-11-22 16:32:25.86588+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 12, 'out', 'reply', '\x01ddee0273dbf11bbbcb5e083a7680551b386eba986bb5c527144eaafffe4c01e40603ad9bfddc7cfd09ecc9bb53eb457837a4826defe6409ff53a35f7b888148ffa4898d773110e118803ca4217a327301f9de8ce0bd35ec56921219c65f2c2716e240ad668cb92c2120f552cb6839a178142d85cb6cb5490bf9657c307b15d8511f0223a0be36fe7ba48be8e068448409050848103622256cbef3957772bfa48586643dfe0aa194ceec085c7ca0870b12bedcfe9b3be7e450895a0d891b994ba71b80298460522f006cc3de2fa7b3ff475a4de2518a79b', NULL, NULL, 11, '2026-11-22 16:32:25.918788+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 13, 'in', 'answer', '\x01fae8c514b6c17a6acf829aaa91bb5e1fc5f6eafc606da00fa2be618a0c2f512f01a4b340b0666fcf0433ba67cfa4538589f0024e6d616e8156ae75eb567a70ef9046c69d0a8b29e2708e8dda52d4c4e71c719815598d5c6c5767b57d96523f1efb9329d546cc61ae545a5d4f338cfcb8270569b49be203ef99a9537417a76092c4eae505a53c122b7c521aff56d5d02813f99e58a3faf70ff59a9b5c6b850ca57760218ac714bb030ac18023072283592ef7cc81ce82b3ffeedbef8eb0819205db74bdb5f8c3d1b4a9b632d8384b99d6c2ff391beba550f289e9fb156ab3039d44482c82e897cf94e8376ee6f7a240eb7b60088d6cd710c7cf75bea9215ccbc65930e1aa01a8fda813dc0a31f0ae429f2276afb44f8805e317c079ca51d0748819341978f745de332750fec67846d1e97753fc43a6871096658490ae1595b5810f3e23b00d6bc58d65fce21b4cbc07c174bffcdc6f33d83f8633c1a01dc301c71dab1c6c569d7b1df39cb447821e086bbc0f49a97c8404f0d7331bdcc4aba1562733a57d0727fc68a83d658443cde81cfa20ab08b485cd706801ed55d1d8d87f9dfac9014bcf343acba9b1d87e85c3c94e44f11311dd929ea868a5eecfdeaff468c98f39bd4533fa84ea2c987b6f7f1c95b1679e405402cf327c3f485232e29ff5d6236d52a1433b6eeaeea69fcb0e4c3f476920062c27be0dfa4c5ee53fea8451b73a9b0825a49f8940c23d7374a8806fa313fe8cb95b41a362433ea23baee640f53a982b7bf680bd58e7e8ac1fe1108f5049a7b83426801e7efc70083d7fd9d147eca9341b57a6205bd647a489ae4a196647c317fe35d1c56fa072ad910e1fda090835e7be000902b69d3e002c7a34b92573bb93af1077a6d3a4c971607d41e43af39edf07fe400a121a5fb86cf8e18b35af39f1809a4c2087aa42f1cc4e4aee9c38ce12ab8be3a805351562bef4d94f07a61b6f5dcf7360f3d8cdcdad2ee84c71cc6eeff82e5f2ac1a10c601674e71c0811e95f1f3610cf1aa90ef67276fd4b755ab947833a8929f8d2aae3b6582e6d59dd613e08d4a4b503caba9cadd421291da8a3bb44c88eede513f400ffd2655e2b654fab9a5817dc82aa2ebfe55fc7012a38a8d38c158370c986e52d7bcc0aae4f15e773f853baeecb36e57b9bea2b492f16e33da62accc0276a035848476b349ecc2170aa595d1cdb5127bcd02d83edb04d559196fecfc3676f29a30f5c5a4db93cab0f9bb4', NULL, NULL, NULL, '2026-11-22 16:32:25.957043+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 14, 'out', 'reply', '\x01568d0e7c887382146bf5c2391fd364c9d597251cfb1bb33ac25ccfca20b3748d53c0263642154d855153747127b2504f875064e89499c08c4baae771db4ab97de8a6e33777fe1cf8c62ce68e71bcf07efa753a2d8493276b776f94ddd37248a8e5fb30c67cc3cddd611fdba40130024b207f3b15badbece9c8a1d468c4063e2b304fc966a8fda1d368ffa7bcd5c9b899a77933b9f105217aaf9d5eea21faa2cee3693104ba8eba5221f2f2131dc10eadf97b1b2437d1f31511bd7d1bc2c3c1a6bbe370405b0caa2815a6955b68d3491af619033eea577e', NULL, NULL, 13, '2026-11-22 16:32:25.993734+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 15, 'in', 'answer', '\x01a12e5353cc07eb85074dbbb5d82340e2856955e33186cbd19573893f5e4e1ba1dfb3e7c0454aae2dcdb198dc837a47909eacfec5ec35f229149346297755301fd3ad067f50f10614d356161b994df06a8ce7288e799913951056168a4431da7c67bf6d274ed35cb294e9a2376d008cc0e48b46583090499fa154a2b5ab517ac2ea13b70d662b676b1b2842cc41358672ffef1f057fd84c1e9c5b1009002e15c1e5db4b904a0aec3fa18002f6664b044568cff0728793991db7c93d592ca3ba9da661ae2085885ecc8aa4807199e1c5b74b6b3247919b5dfdf47a40f518033eb6bab5cf96d5fa7d31dcf4efce09bc9b60d01b461a7ed8e0f28100baa2ad2a2fdd7b64d1a522566a0ce6eee53a4ad06031b36c1c0dfc8b2ca78d5f42cc8018f8a164a4d9132b33e5a53413b159ab94b9bb8ce0e36c008d75c68190dfbf4f75a6358ee4f076cae786ad56264a91d48f4a4a4ba1bd87b6fbb18be2dce5017739f62492b3e827161803419acebb6a36716213e463cac17583b418e1da99f9db340e3d81c52643a41d7798bf9bdfbce5cf17d1f4ee541b6dd6fb5631e88ddbdc641c95ba8fc74874fc0bd263a7bf276966562827670a53bc377272ffd661a7fa939523a49d0453d20c10ec479759ca1a19e1684cc05b8acbd6fc5284ac194c92e83f0f99bec0e2248e9142e90532458a5ce4cb60125fe9b71b6bd8d25b85c73280ddd40b433bb87ef0eaee95c084a4420a24d84739f99e6a956e352843c404a09db95643ba64dd11cd1c90e10262db174d41f02cc4c628b451ec1428b00a0d6f7fbd48fa5767d3c30140a11ecfff22c97a2e4da6f6a6ebe08cd853a55069f109b7371a04a23f9c444107c88ccb8ceeae6b5e2a55087141c5688943bd824f5ebaf21f663b9deac521c368954fbabf4f40ca7d17bd260a959562632ecdd931d9c32cfe65826a8a3c8491e085e823710a339d166a8e1f461620993f23f2cab68a6cd40a45aad208aac79208c48c10f79d3c0a12cfb34c584f0a8e2d373cc945d45738883f4678a9e19a5e1c2efbbdd8574fad1047cdb8b19eaab4c2e0c5ac5b64d9c194c0ea27df75aabbacfb468233698140bcdf3964fcb5de994e46124b639fc49c391de9212bea421944fe89cbe0a07f05bb7af39b1fe411945a57d87c324fdd603d1a6f5b99f2a9b66abd0d1dd04c05583ab79fe8739c0905334e031348cd1f82a86bfbd2a3e21a588489879373e85b22bb9e9251a3e8e93c6a7ddec444d02781617db386511e0cd493962c6cb23ae858c1c8cc37a1ce6d0b6c976c12b2447ed40b065d11acc95869e2c01595a756dd12bbc906c58d47759cdd3e541d95924c4e49401b6cb10217a80d1bdde1cb9023d048e70ae6bbb70d66c8dfb6701e056816345f691552023dbec6bc262fa3eefceff5272897dff9f0c6142b64dbf30ebf861a6103e2902437fbd13b48138721c60d4b04012ce519dc96a348dc2a7c41733530f298e3c2b924b19e7b70b768a6cc33a18d51aa605e4cbd1a43a77b40f6789dc45cfb1e67dea17e8bd9b823578e07e42c901ae36e0a2d6ff3477f49e2d1cf1704a7109b3ddd27095e6862be4fa1892d78b904c3a8d90178a1365f722365', NULL, NULL, NULL, '2026-11-22 16:32:26.03155+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 16, 'out', 'reply', '\x01e7e9848931ed796c4e3fb1cecb278efcac3434a7c09d2a48599b3e1e9bf25c70140c9e5d9639cbf28240cd803e7f34029be41bec455314f781a8cdc31ce6b0a90fe277ff834d751aa6208319f568bb69f228b628fd94235e5d365b22a559a3b3181cb0e6e1086d0a891f20809e8807d8e5d9c3965822d9dfef5ec0399042cc5b49363a34306168296b43b89620e0df4d3707fc6c5bc42d7a15a247ce76ebf7199769eb7731342abeef49e649905e9f39aedc3eb02699ebb866e348ebd89e34b38539d5b67a641ed64c1b761c7acc983989fe8d706a4f14731f20f7ec113af2f1dd72ba0d1316', NULL, NULL, 15, '2026-11-22 16:32:26.070019+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 17, 'in', 'answer', '\x0198c6091510ddac52d8232973da29b951145c3214616d3776c68d108ee90d984db7448bae65d3a5658c3f914f53fe872b85f4801402cda2020cad8511df5087e633c79a56fbc196bfa3e201fc5f0f3591c19c9d896e670f0663a2cfd2f0f000ae043b60ca00f98d3b745e5a1fd2d722a67f80a17887d02fb3e881395973c328bd191e0ffa7128422456df6f6778397232d49adb2594b3eae25a6583b19d31d13980fcde12daf573ca44d9a93f11b28648534499c08cd2c682e0df78052aac441ca0f8fb6579ecccc471636eef1c047c18e6d127e3d03cdb58d18ba7eb7a262e04241b098ed60678b5819acdb0735472162f47bc82526851f18e1aa3292d0960024dd32996e322a97f2052822aed44962499fa0c9f64566688bdbcf386195875174e45972f73b99acb964611d8074c97015497021aa1c2056c749a66102c7d666eb890bb5be46408e9c2fcaf662e9abc9c0be6ff58c433c86238922bb658d53e1a0cdfec1d032ee143d4bc8bd07bacad0302efdae721f10f15dce0ee9c2ec391bb7f9471dba12f8bc75978b964a601b0a35bf1ac99c8742f3db901700b0bfc23b5b7cfffa8e305edd1ed7496153e9698392b7a9776e9045f788f0c723cf1f582dce48d', NULL, NULL, NULL, '2026-11-22 16:32:26.106381+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 18, 'out', 'reply', '\x0145d2830f27205ea2620264dd7b28b4bf5a7934af475ad3bd8e0543fdbd8e1e63d648c7262cf56523836621f9e135b7d5be2893429d26fe349c43a5996dcf97be1b0249c9e7e097fea8cf6ca3c98dda80e09e192928c3427c214d42cab95fc9eaf2f4c6bb0894c87ae5ecd98d91da7dac299876c1b2dd90238a2e4cdd030b3fe1bd742945d4c17b72ffe02a30a1215d5d776b0fe0cb611b935f3dcf3bd6bd30853413fc2ba4219128f50c08b1aebc30c941d3498046652b013d123c7d85832bb8ce18fab7f80b8c4aaad7ad7814b07eadad7f78643bd150ee5bfe11fc528beb0c1c392abbe12e57d4cd7b035326ac058ab6e6f2feae0331967c88dad9c0bb06d05b5c70c6b29476452124ff5d4637a7b87c816db3b7135e6c1114fc34fcea5794dcec1c523a06f6355ef9', NULL, NULL, 17, '2026-11-22 16:32:26.143588+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 19, 'in', 'answer', '\x01d204196552253a6200705cc1c2550d3e650abb3373d55501c045870d42b168df05e40f0358749ce9a96c6d9a2457d72c282be806a4272d0b029641369bd71a5b11e9d24b4aff06f2b8b7239697ef58b8973ef80d4cecb353c403483d8acc4967451d0e1abd655b5239c56c7804d8312ea2c6ae91fb56df37dcbf24f91f4b6bbbdecfd5b4c59046649ae637156ee52f6d6c6a6a84d9c1a6d1f684a85ed6eb16fe750817e6c5e6bbd3f927a051339aa0e7e22109985dc1e18f6961198ee5ad328ddae294ffd56719f8e8dbb41702541eb527cc34878a94b9386b80ebd4b3c8a5564327545bff95c5b1013daa9249a4db290458c46f743adfb1f62f4b518c60cd36a5165dc2e42c7049dc7defc865bbaf66a89e3df3092a073f58949cdfd039fee5f988282ea9b3c64b574c0fd83f4ecefd9f5990ba63ccdd85c8b16dee4c5d1d084e63210925bc4d099cff7ad9211bb52e60d263b6d5fbbd481a515516a27b45729033fdff01d43ea31be2e6abd03bb6c01f557cbf9751c6baca202f6c540d26a0441fb05fcc64725a664c1e977d5192c3776fbad62af6ffdda29acca1ec09f9c61f74b1be3f44e181476a1110e4df80fc74844116e453fb0ad833ef0eb67b56a5134d1026770ee5ff0a79b126bbf7b4120965417241041d8181c5957a19d2eea3ca2f9661d6d131f796ab5e9732684e7ccb70977c4a257a577c96112720467a5ad87fc49b413369b34faf57f22e9c1076c4689bb9d5906916ba5ca582', NULL, NULL, NULL, '2026-11-22 16:32:26.194037+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 20, 'out', 'reply', '\x0118ce075ae1b9a8e9ede6b6524f528da06be319a5c097f82314a862ecac9aeba0bb5f04a3f1581026b7a0851b30e82e9c2a2122c5caea51975f20d990bbfaa0679998e8bb32e0d4e24a85047f1b6171f82116d6debe864b6e351be729c432df87f2da7698a497235a1a2bde9b002694c818ee72f6d769f5fac1e57147c27c4019e8ea318af95cdfcb87bdfb5689389c8ebff7f650cfd63a98d2b126dab44c0df767f2adeef19a80500570fd58b636130070f73b0784a0873d4453fafa4d2eed28f9ef87e5bea23fea049040de26b10cc66a446f8da15698a7c333e3a597a6549c4c7cfd2fc3fea18872aa7829a707b3504c6b', NULL, NULL, 19, '2026-11-22 16:32:26.233987+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 21, 'in', 'answer', '\x017dc41d31f579f08d9ae589d464b0489d28af5cb18f9c0abd9a8af63f661b9a23c5aa28071df014f22c9fc251034d49ebdd50649d386d7397052a8c6f213d0f288401c71ea27456c24cb7a0cdfceb0eb916336ee92a1056b2ee4697b1e73bee73e8804845af8e5afa5d524b3750a39ac65d550a676ecd277e141a9e25d438fbdb5ce5f08596ec8f93cf4f3b3185cbe6103786359cf8c5d0a9830d77e3a3ee8ab0b696f174a9fd3746a1a90d4fba2a32c9c184966ea82ac23c030cbb9e41207f84e3b752d49006f86e6ed36b5d0875c7eb9765b92f4068bfbe65a14968de9c7b8641c0e624cd6493d9ad8c0a68e6d9634dbb94536f63d53b2b98b801b4f0edd8815ab2abbead15bed4d53f7ac4f3d649076d3bc1ab7b5e8a1644858e06d3b40c3e7488b0adf445f55fd8970a63200daac6fc9f97b661527347fee80743494253f292c2de9e537402c1d9e1dc9ee1b389c63838d6cbea3da8d4224d7a71fd3a4fd96d4dd8df9daaa0f103e3503cf34a57e9c1865a99e61002b97fa0492222276938773d677ffeb5222f11383ea8f2e0d207971100bfaba86c84df6815bd89abc2c26a2d551d51da6e082a4e09ccdd37ced488e22ed5a544c2c29e1d14e54f68ce40397c605aec7825d45ec1554e7ed37ea4da6de5', NULL, NULL, NULL, '2026-11-22 16:32:26.269325+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 22, 'out', 'reply', '\x013c4047ab608d8ea7b4f0fc1aea04def3ddfed467ad1da87bdfcc14e48f5fe99c30efae70451df71cf943e35320352854f367b7474fff16f0c2b285009e5e6a39df64a24250bdc28a5924d65c7aeb0adbff0f46f2c34d70305a9b0b8d12754818d7c1b0f447cfb19630ef6c012832c53eb449ac34f36638185f3c2bb6c7e19b0c5f0f0fccc9ce1e784303ab10a5df8797172eadf3d41b729c8e3491a2975a5f61fa7a32e8fbc70ea901b40dff52f96b104203cd18eada52676827f4eac538b719c6dfe55771951c3053c324c70e353cbff73c2d5d54b685e6f346a994e9ae9f59dd48c856453352d0de40acc7c7ac85c2d9d54e6abe9bc28375225f75a6ef995571a3429e51b43e3b769b69cea391a7ca9189f9a90f05dc3b07ca91068e2db69c43444f39dc05666acdbc5a51a8bf24', NULL, NULL, 21, '2026-11-22 16:32:26.314353+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 23, 'in', 'answer', '\x015c4f82b48ed250bc4b1f372518852c1789a03ffea0fa480309e42152f966933a8524dd4eff7ee8ddd3a4c0a54a1615eda442e668faa7859880d65597adf657a273c427e0fde2af6561a8df5e89558b4344bb0cb34c81c113236d3a164cfb0831c5c1477ba2896ef802c5350f6e0f31df5b0666abc76bbf97db1ca2081400885f0e95690811e617eedb2f926f759d25692df0d242dcbf3145064c839fe4f54ca5f14a0be12ae9fcef54d2c85b73470d1986b2c07d2801878d6df077df486599b8d3cf075ce137a23dd2f42abcdb220947d974342a0f92315aa088de44058a0003460760401d60731f318a2e3a57531d04cc9a779dec6fec88ada6cef9b4ee616c5d1c71cff9fd4a62354f241a581f8ffade6e10b02d895451871c1ef90800158d60545c506862d83f5e984ff4da1ab2554bd65b99c5d75c1bfd08ad5dcae1f3c02a196b65ca57669e3dc7b9525ab2f6db341f12523013b2f046ce3dc766caebdc2264fc8a778632eb602c74d47012db65193c695df8168fb7ec62bb09c5fde6b6352a039159', NULL, NULL, NULL, '2026-11-22 16:32:26.345777+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 24, 'out', 'reply', '\x01d7fd2f214b75eeb38f0df0bbc9533d1379695ebe050408e1f6a448f64f45ca3dfebc34988b14b371167964d575cff3090d7a10e0e92eeed02e075fd864a62ada6d8a1078ac7807ed4d78090d7f0a49e8cee8e8fb1c714c4334854b2749f028e0f3b0fdefc872c8ad0c786a9312a5a6b5ff396d9a41de8a20613e9d7bcf176603763462ff9f18bdab3ef58feb32b71dbd2951c53b096a1d5a2e5faed09eab2177428abe534f8e3127e5755d34247551a64c229f0e2a6239f18d4b9f2049a3c89388e43617e9d3c86e4c62ee78ee67b02e61aec36ac5ff607a5d748b2086410f77548fa6976e2ef4714b47ef204991513d42c33d429c241e30965f72e5eb4ee6a64c2a986b93fb73abac299ee76472011a731111', NULL, NULL, 23, '2026-11-22 16:32:26.393112+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 25, 'in', 'answer', '\x0141889339c178e610bb0f0d6c878bf0620d7d648dd50845874df38f5be7fa7af7de9f21964b583834d0c6b3d8bfbec922ade6a5929e4e9442ff434ec82480fbbe50f26d2d8350dbca5ca59fe219db95046659f36d8ac9270eeb5506e3d63b530e5ef98f59cfa4f9b371d54bcd7fa4926135fdf611b80b7a5f53295c53db3d2057ef6b1ced059604b8cfde8d1751042bb783b3dd21137a0b3590872ca944bbd2569b3c81394d6b5aa8cf7ac544c72a6999f0be195a642fc8407a6d9bf75e9a9fbe08f78a9320f680e660d085a980126128bbd26775f5aaf42d448dc45e1e98adaa338cb186bbe6437c92f17c6e72cd264fec75313a6330846e2d15aff3a302c5726208ad197fd41537c43e756fb02270f1f4758dddbb16c120db9f6777000460ca2c4ce9702201a16c042317d95543233ed0eaaacfc31f6fd91c39692e92abfc086703aeef0b01d50f1a67cb8286b9ebb5921c23b353c1d6785908ef6227be1b17f2a9cdfeca6c4be2a4a7508c65dcb5842ed530f4eceac560870354d73a77d75b9417311578f475fd294d', NULL, NULL, NULL, '2026-11-22 16:32:26.425142+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 26, 'out', 'reply', '\x019ad2d4776d90299f71010e43c5c72d95b5e8de96117cd3ec512594d28b69a22a4c76ff248526b2650a3356384d001f11b6f0b157786536fbd141b48e24f3830eb8a25096ea7b1baadb4eb4e5068a55bee1e51fcf81e3bd92aaf96d2ec5a5b01ed6756801dfe8f6c859b5447ead6accfd1c32a64bdabb8f6633b36ebb0f1eb71e78db14db6f0dfea01d70635aa4b9416375f92a598a1fc65690048baba74b58bd26a69790f380d93b970c4f942ff5a8bcec3e07e12ecc3ed2f9c941a343c30300f84b471475cd802192868ef9d9ed2bec', NULL, NULL, 25, '2026-11-22 16:32:26.463928+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 27, 'in', 'answer', '\x018a00b6ca94f86f23206ab26c30961ac5f37e0f6a6f3e1c992e65c93b176a63024475b73591de9836628a1056f3810cf565ec24217e821d2c3073f098334e7b0ff7ca2133af289753f111c69b6b4a4022efd404d8f8d4be370a9b2aa39de542c36ffbde68d4064cbda182af7e01a09989f77d4de32661d059b724f21ddcdf85426a655c553264fa12079442fa1303b495f676dd9e6f99ae03a3ce7971094c78e15639b7061b301a4dd06154e6cb79ef3fca74b1cc36da633c1dd23495a25ab351b29d3858cb8c3cd72b0f4638b30d13345b616cc4f4127461d8ad0790cf88324e1d151df2c9587b791abc4e3db4b5174a5b26e52c89841cb4498ae40382b13c681990c5ff94ae51694c3e1023f1d56104f21108d325a81b575920c01dd1cb7c59fd9899c1138b742544906ee29a96fa2b1e45c0886e3a2efd3b95870b128a4b684eb792946b28253293368b147ec82cfc5366ac4f026dc83b12a1cbfea435d82b5f804299e1c75b3aa4fb60c2154d1fe16ccbfabba69661e1e3ca8d26aa3025ea487fa4c8ecdf175ea56c90723a8edf945e3968e36244fbbbfe0bddfddc5238d838c2', NULL, NULL, NULL, '2026-11-22 16:32:26.505552+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 28, 'out', 'reply', '\x01d1928325c2ca68c7feb814ab2766ab43ffa8c5c30c7d0186f4ca47f8c659c41be5fb42b7d30baf21f3f72c3b86722810475fa1767d294010408847e90e175bf3e068368f707ee6717824175b6c79eb65cdc5121b27fb3e5f03e78d2880d7cc1946024489f82615dd6f8d688f0b8649c82c80e64ec08b420dbd497859967979b174ddc11bf4312158b3cfc10e8d8220427d87feb0d51dd8c9b3034d135193343dfafa25e7e941bb8b266026ad09a4aea6db47c56d2b524a3580868f8242ca7c616b8d8bcb99b801637386a27ebf5463a19448f5efb14c2bd8c6ca78b67c8205c850097bf681f1cec2a9d7f67d04ae2ea363b0e768200fc576811d15f2813892f9d4d01a33c6cf05471a431df109df94d824ca5969027dcf5ba6cc0d3b076096b99fd1b3ef8fda5b13dcbe991f796be7362c8ee897d4b80712a52ba15650bf883d3644b36c61aba9edb258ca195296d2296067651b929fb369586dad724cc6d95517237bbaf118a7d4ed59efe26cf50a789c17889b8c9899cfceab93adb3fb722c8974cb6696471e6cf8243712e04dd5019296facb720d449a692146edc8f1ba7c35438de285eaf0cd59911e44012dc83ab55fdb57717c528c722dab4908b77275b4bd2e74d476388139e5c9', NULL, NULL, 27, '2026-11-22 16:32:26.548886+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 29, 'in', 'answer', '\x01a6ec182415e007249541ea669147d9e7c00059133eaa33edd324e76c8315276a382dff66767725b5cd8754b8144d3a399d8aae2ffecea7ca8a1fdcf4fdc4e4df43d586a7031aa1baf034e794bfcfa6671f4f8e3925e9627a7507f24f3a6aa2b091c8c635beb595f5eea3e209d6a38c4559bae82243cd038f72359bcf0af638a5fe0d7aa220072534c151933ee5ae145cdd5bba2f611e466ad1c4d24a7cad2d9870c090a582c4bc37df488a6e4fd743981c6b7fcb2dbc054aba2cc78f75c0401bf93f19c18e4f2eef715b19425623600a338255312f36352f1812f760a318a34c9d584db2228a6997a851a0c16883bb47a24967180ca5c69899b84f4bf9b28a26352e939e15bb655c7f4015742cd7eb8e8353ea72d6c73f7575e035e1412aabcd625b9dd33eb5ddc8add5735b3bff1fc8d0d20f4466e1a4813f739bd362125530c59df8870a6220cc9077614aadbce47a510fdc3cb11ae2f52745c94509b4f98a3396ef4e6cd7403b85d25c90ca84983862e057d83ba2edbb73869c2b85642e3866928006f993c3d37b7734d584c8b9', NULL, NULL, NULL, '2026-11-22 16:32:26.582585+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 30, 'out', 'reply', '\x01064525a8083b0a0a067d6fe199a3b63f8f9a2a190b8c06209cbb997e647d491e99c2e80bbeda09e0de3cb0407159bd3128165bfbc3e57794c7c836f9e0e0959d5f8661ee76162251a1660b4e22454c1504dc27693a90d4b5168560aaca7cc6c3f1dd2716563445a1cc979e68f8e11b6757ad9db21f10d283f44de5da6369280a50a138fdeb3196fc2fbec52e1239a7bd41ea3ebec6c96b2f5d896ef8a35c367ac74245acc35b8707288534cb68cbefb84a80533bdb00fd49541fbe8e3d6c9f9c634d07d70f4cd0ca5a22d14d5e0222abf3c2e40be6', NULL, NULL, 29, '2026-11-22 16:32:26.624942+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 31, 'in', 'answer', '\x0150b79507f68f81b163db003d6cf4c666bb95a4bfb60040e3a1bc06b8224a00bf49da00c80fc41530c6f2492a4187be153b07be956178c8bf9359406cf0a874cb93fa8ba0815a1bcafd6bd6a22c6156d75865df90a971a58c6cf05424e94a8cec0b922f5e3eaa873c9c592e64d1d18004262025bba90311624fb385a022b4bbc4dd3f40f9cb0b0fbfd09cd59ef1fefcfc8fd40634f949519194022e4375f4118c4f9420efe4b37ac7d65d67146035ea92f037ae5ac067d63b941d958bc567449d97ead87e4f705eb71b94aa07c446eb60c2dd0beed9817cda2590f55bf83c137b21b005f4bed11ac491e354b47c44b502d8cf46831e0d145f74f0df9bb3d48594c429c37289505319c9f57786cfbd981445a4eccf287e04029cca00c7ddce312541ea01d89aef49a4c86f01dbe752a251e0fa799597cba9486cde11d81bd3fb38770cc4c472a08bebd21398bd2c0c8932c398634197bbe6b129422af693d22978cd0d6b2e376337cbf5d14f176132c6f5faa3dc5341be6e8fa75bba2a382a35fff122262b5e44dfa118018149a5772e81ea58d80ccfc90ceb276f681b357dbdb9fa2b', NULL, NULL, NULL, '2026-11-22 16:32:26.661953+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 32, 'out', 'reply', '\x01de17db1a2687b65b94a5a7d5462f75a12ee907ec838c065d8f9b62d417587fcc97fa3143257b766884b7017be4e6a35827599085efff2e60fad4ada863502390f18960898162097dda1e2deedc4052e132bd5c5298f910b440e030127ba9bb10d2dcd54fd1581e16bd4a8e23d05123b52e1deccbc868bd9af4cfb874b147bf1016d836c4475432b17a640b3434cebbda4fb1fadb20b1f40ced4afd8f8e922a01a873384dedffe07647b38c6d14b75c7dc4aaa267cb27da0e22221b8de0dbc8c77862d01159a46e55a15cf231647fdccd84c2bc61fa166907a4bf3b1285314744dad8e2953c71fcd112a0a0ac029c634a34be34eb7723a93b6e7b8decfef61f5931483fead7949e73b4c7f8292cd6c445b1e61df6a4140f54fdff79154c847859661c75623cfe2fa2bb56256a597c15b48dc523db5e117af6287405b03b2910ff3d66d0b94e6a8ad9f56d2d579492092c8daeccc6789150cc28e79c0da6515b41754fa5e84ce0b2dd06a98d1fa18efd71a809c6e4e5a9127d928056a15f8ffa74b1fd3614a44c649dfed523fc4599be5bc7f9284dcde423cc5d2a3c11742788b6b57a20c274b144ceb608d00e0c39364770388c0345d1af444da7e8128c23bf793ee37a8c77e73f34824960db81e558760a83ca0ede6872611bfc908411483c48e97014a69ed24062a773866c8b1227e4c0730dda73321e85faffb67bfe6d15f0646b139851dcb7c7f609995ffd8546bfe76bda6c0e57d4f704450bd3275cf2e3a5ac0555f2cdc018fcd3f95aff1ac58e283a92e81e60c67be6affd4ba9d54e6028d1d3375cfc1ea9f6ebb0543ade6b2aed50611f7e28cdd61adec94bc8034d93cea521734bf99cfe9b3340038744b63a42c0c8edb4dfaf0a82c09677357b41d9036b14a2118e4a59a0d73edc4af8b426e18c12199b900f4d89580c62223388b250d0e9c62286048d7177567d8b0be8bcd95fd8a53c9cf5c790cc3a2518c966d340ee0e4aacddd5c0ca8b306e750cb5cda2f88ddb26c57dafd43bafaa810deefb354e4d777897b2bcf5f169b026ca5d530a3005358e0c08081fb01420c5e1d33c6a3229c5d1038a7b49991ee855ce2b5fae06686689dbc79f2f7cfc4d8238b793dec34edcc0d7e477f6a9d364fab8a3ccc2a128680e7fcdb7e73f8ad7a931a77077baed2eae95e23b3a90ce7911630a57afde3631a3aea1589d0df2e08a8d0856ff399e94af3de9c6961e058c0ed8eeb8e9ec60229e9289d63bbbaf0d05d598147e1718a9cdd0da4554991a00d225447abc8351c79a99357c8d8cfdade9e0e90010bfdf8f645c3182d17ccc541a0c3637ee766d00d3436915492003a81e62aceb4ee4e416dc1dcbb3e595f173b10ada6cbe8cd898b7cfca570f1c7f48c92401560ec6edbfea45ef45debe4f38da47ab1e134ad492cf99ac5b1157b7f9f01bd7637a678262a48e1c3cf3222702588116f4701ae3ab811e9ed05d0e174e8bf01a170ebdff830227eea7a7ccd3e51fc6a893a3339b09d79a398063f6117e154f363b2b5713103ca3f5a2c70d44546a1b189e7cbaececcb4b8c1ec22a5ac775618b50869326d20f054babd449f635e37f6b454fe0bf285e2d686178e47e7cbd9b9ac60ebacc3f8bd344c1639121fcac46ed9cbc86ca6ec4b7324e01133494871449bc7b3ff7492a639e69488801c0ae896ff065a69a676076f350913dd75c664062e46224563cc031220dae02de4d9e01e5e971b52bde74d9ab96d748b9dbf381b8a06c8611c9d1c91d3012353fff1a7dae3ee4367e1e81f7bd35df36c74c20aa309c6135a969f6e025b1f9ac3951b965a43c076202f4fdf92a3312a984bdc40208e0636b082fab6b83a38dbdd05e1a0461e216c9b7ff2c5880c99c2dc6b57454b4e30e5195eda151c47c4f87ed992520010615bcec84b99b01e89e854719685658c3f60efc633ec7a77963ccb36b55ada0187e3eda4bf85d65770e2f9d68766500977fd81a1f6e51c5e7ecd096918e487e602e25c83208c16cdcba25bdeb69da270118a672b88ed8088e22a37e63378f200d48c1a604a899fd9b1a80e2d51de016cd62498af0202c80a3714f26b5eac31fcd2bc23de570a5ff56fbfb468b0397177474f4204d9ca42156efd2aff776d471f78aaa98b52d5283314b40216854fd88a5aa48fe175f74b1e6ab54883cdaa0354482dfc0859e0b2b052450e9a98863aa96c9efeab1575cd5d422511b86a4310eeffbed4df5d44ab8e7caa95e4323d2b2cd140eb41760ffd38de8dbfdf802ec3bae91db4cc3474c8da2b0ad4ffa8f83cc38f0a53c5b8613233ac9e6631701bc4c90c9ddc6211b27351d6fbc0f347b3bbd757e02a4b80cb9a0578175f61a1204a1034bf5f88336f0e4b6c549cb618f0b4d486da7e13960ee458fab0e3bc4111b9ba498b39e073ed739322ff5ad49a2e8da9d88c859814a9d8107fd0581f1f2649bf6e45ba26d3296262861d017555bc6b48b291d49467bf80535d2842fbc61da3d5c16ce79e046f5346c354057b9cf3f86a640b8db6bac49252d0883dd5011c947345d36e7ef0112b738a46f9cc4333683b936aaf6d4188bf2d679d91949f2cc189688a4700f1a1f23be7bbe325809d1c06de80da25b9ffd4699aec8c06c5f742335309796894c141fc4e7588cf92af40816fbca', NULL, NULL, 31, '2026-11-22 16:32:26.707732+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 33, 'in', 'answer', '\x012f275cf05106486ee14737b4d9feedb1ed80492777a513ede64c626ed35a43dae5c8df52745b249ae32705faa719509b31509b9200df234b930733c437b80db418aaa14300854810d2ea49bed161c81c0fb29a5908fce2987862001279db3771ab10b472c6ace4920fa3088668ae3debb76e9aced7c40a5d74da6e4e6704ef9ebdabf45c84fe9077603a25c28c9435fcbb95fb3288e8f302707fec5c20e2205b6e6071dc5da8a77e1b7206a3124d88d29323ebf702818504125232f04804a1118f490e376c2ff2ca6dc43a85767890cbb2c0a3e329d525ac6197df85ebbcf02714ec629a869973c0b088cb3024acd608cf5276de57fbff3d43e05497ac30bcc69b63f49a66271cd9b8569b1517f51ee6a200743e1f827085472a79c6635fadb98999a530dd131d383eee1cb5f2046dde75c3914b8281cb9b4cc3fa48a21dd1b9bfd6b3225d003661e4681c76e01c4f3e9e7b2d027fc6387136b03622e03030c1202732543d0370cd06bdc2ac7af29f29b78a9f0cb0fcd3410cb742df328027591cd593a52183458cadf65a', NULL, NULL, NULL, '2026-11-22 16:32:26.74083+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 34, 'out', 'reply', '\x01cbafd47e0c53390953c3633e26bad896aef0100e8d5cf771499637733435a3ab603ef84cb08c2de27f3776a0e22364a904a52cde6098a59003760f3dcbec06f6d9fc27938e6659ea7ca69b8afba8c9b5d07775bce4171d41e3ac52bcb005940f915a6c717bbd3c4480a65e979e69d29884ff93420049635d30781e09a24c5973a5b5bc18ee971d30f6589d3310c638a1487fc485a73c6089fc84a860803939ebae45034c1242a890269145eb25784901f56e9b245894e6c5035d65c73f4ef25093c155e66a3c6bf468791405c8ebf2febb972b874982d0d48641665dba67730b294a5b0d6130d57d2461a4479689c3a199b79f261e5976e1f57f2aa85ec9dd6ca64e5519e3a2f537e359916c0f9b81be6938241cbd82c1a6aaa33d16bdc3467b3d43e6c0dea44ad58de1ff56d32d945c2817f494df26c8ee0167a60458e06f2a407d593b2d244ba8e71252b879e95ed32606f5c82d3d2970c71bc113fa3af61255921cb67be9e1f7d60fa770f55cbafc16d8fe36586e05d826c150d9671f07f542', NULL, NULL, 33, '2026-11-22 16:32:26.821901+00');
INSERT INTO public.thread_messages VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', 35, 'out', 'decision', '\x01518f84d5cee2bf282c5a6fa9304c27fa25a35d3949d5794dcf46babcfdf319fca0c72af7d0a7aff7467b625658fb22b1b6a583541cc3939e5d33a3e3e5a57fc2e0ef5b5888786f8705a45a6645c3fa386eadb28d06c209a6179469c61be465e895ec99ebcabc3b47aa293e92243d834240b6a1ff28dc728a82cebafa4b8b58f32f722d56cc3987f64378bdeece7841eb70ee5106a2726e072e138d2b7221f6109a45678ce4a4d5d224ad65fc4a672c13849f23bf4b80e9d18d6d68518ef608e888f7aca317835d9a7e9347e84876deb6dd8e3b204b38b83ff9e6c702d02cff61dcc57391cda1d02ada19c99b22321f75eefd5f32ddf5eb35e5bf982027ecbb56cbe5b6901f222428bcd3899b1aefb10c8e8eb7ceac6d5bc9ea128981f65a50a27c1352b6b9791ffc399cad2953c58067f3cf558d3ffda3da5f05e0404afeea514ff0426b99e1d22b588a29548f2d6d76207100a0f39e2dd9ae1b7a566da5e5860e14b1000ccec551149bb3af300465cd38becec679775e1a44839de331e17013baadb4a41f26c5', NULL, NULL, NULL, '2026-11-22 16:32:27.031732+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 1, 'in', 'answer', '\x01aad06411a0a60337a67d33b78d4dd8911274108d2de4a8774e77c5d8b338d3433e19599343b0cc112164dbd3f3a5916dbeb5f22d2d20c86ff3b177b00ea38c1f0e5d7d94d088192bada93d64176fdc7a097855abb6805ef247788b7c7baa28fbe47b37c060b84784f73f9cf80494a77f80225dc55730f8fcfa43f4ed141806f5372727ee8e7fcdd98bce5a4ad4fa57c8b9fe33f9973abe05a1806047b4c1e84ee994c31d66543dd350c17a938f6ed5811a5ff5cdd811165d6b930f083d6c67d4eee848218c24147d51df65a72278a7cbdc8b7e9461721e14dadf4da72c85abc70126abd18fa9a07f8a35c96535b86e8b95d73f392b031ce58ccd75fd1170819b7608565ad78d648e91c757c2012c48ddf75741296116b3d8c6b80dc52b48daf7a7746f4e12232c3bb768409095f65bfcf657a688c54cc6e95d3f75d22b5023b8e740648072ac73db484a770327db556782df3ebc97aff328b382f2c227c6fcef8037272177697954f19f9ccd2e31c9ab2820d8e7628cf769462bcbbbf82d498d5dc02dadfb94d55bad96243d5d755c70b70365efb869949081adc4dbf3dc', NULL, NULL, NULL, '2026-11-22 16:32:27.143129+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 2, 'out', 'reply', '\x013b9a13de4addd6bf7a485e6ff28ca4623321a7d4128b81b1f6e5117760368e7df0694b5ac672ce89066bb24601c39bcf68f309bb00e82efad4fc14a0fba3d2d5f7da28f455329f5fe81e9a80ff170538ee64b326f56414433ea6e4d29cdcbb42424c86df10bdd1cc79fdabe6bd01a13080782e7cad8a83bcc6a39d567fa8ec89f9a39425346cf6959b64d6e9e2af82de708ab5a2a0eaaffd4ccb7cf40353c05437ca24ff28cfe2640df9a996fe43bc0db04988f5c107055c4ea03d6b09559888ab02714b004cf8c66cf898e2a59e4e82f85eacf610953a176599c9e64f8d45579868471e334e3eb097794f648685b4522933ce0097db78d7de84e29b3a3a7604b92b80301e1d441aa567fcf43deda37686dab0342abbe1f40c30632e3d6bb38d91d12f3dfaf5543287023b3f4b4f8809af5e406f8a5abe550cbd87433a290d1385c70716184c7b0c041f6361d776102a7bd3b66aa88a62', NULL, NULL, 1, '2026-11-22 16:32:27.176689+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 3, 'in', 'answer', '\x0176697302d128e5c1bb116a4bc592c91401e10c915d92a57ebb895b242ae586fed35afccb03fc83064261c347348ccaf5e895597f08056185a1f68f4c93f5fa210044353b54dd1674b7d30859ff2fdcb9e0a9668800a04a6bb5ddf50fd23ff24d4b7d8557bf8ca44d4ca3ae0b17785cba63e9c956c019e92b3a76eb776aaa9686b92cd8fe0f40d079b7fb079300d9ad5b91ebd863348fe79e7412a77bfd2069a93056cd0bb75e6dcade5470f079b20fcc25ac39c90ecc77eddbc6ac09dcf5ce881ea552308deb85dbb5e1dc42085ba8ebb2df73e68dbe22e6c2206576f2891802e6a3e9593915b5367c6d631ab2ad221b6a9f230f0e0e6f936d6d1e45be33bd31ae61e21dad8efd062dfece58312d006cd6f738273b5a2d8de27f28498ec6f4c3b73b707031a015b588646a688f19dabf857e0e15dc57c16390868d14ad5fab85a45dc1a37ab17e087df6ea6611e79f9102ad22c220d8cef6db37f14cb032e40a17167b934a0b75d5adbfecd532d6a49c3a400b28fde188e1dc677ac0932e10', NULL, NULL, NULL, '2026-11-22 16:32:27.209118+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 4, 'out', 'reply', '\x013b5bb285ed8e4cbb1163b0aff8fba133cca1d57b52199213bcc3a4b690bababc28e96f967866e7df0ad7fb1b57ba5ee93287cd11842fadc708d33ab5a55d053bef80a50b47d50e1114f622d4dfba14eaa1d72f87650a2825ef1f470ce9352ac4197453c639cc966198127702b63d8f2be36876440f19740403d8a327b0b10540675844ce0f4bf8e5bb9e176307fcac4e03db956a6121a6bc4052f871975720188ccadecdac34405db8a714adbd1d3f62906b33adddeabf56d971ac024e36787c183d379945f8d2c16957c9d4baba72413ca53c01c99ed34ebe5837842336b6c6922f38e685eb2f3768a7efda05e5ba3e78606de2385b173e538b96d72abf65a865b0974062659c9939bb62e41ad544f4fa8ed7a9a2a24646ada8984d1a48c00bfda145352634119812b5698251b67aeff2a7b3b3a97c4cec20d95d3d3972dbc77c2729c16a80e6f97008b6d2bb743f23664225fb3dc3fc9f2d8ccd344f4ef2003d935266eeb1871de46d4ae549c8aeb7a3b37adab130e80991faceef87d955925f296ba3443b747c09aeb8f8a2c2ee37182f39c95d7672be543c11d87355c927332e53ed75c0a7fa1bb980c42261695b066f2d290a996a844454908ad5e54fe325b59597685765b4ee3e863cbf96d8201ec0084575a9025813dd534b89fdc4be74eb433354ef186e94a5ee25dab0ee17cf5b34519987ef71e864ce01de2d2dccb20ca8221faee7e44f4bce4a4cb72fefa449e4d2773a054bd6fb04d5dab43c3b45154c2cdd400061c33d2fc3eac6a9c7ebfe4a38662e97665f96dfde6bb8aa1d8274e3aede32e23b5b9aa31ab70f19cfa091a09df4639a33a6e3afb9fbe6259847bc6fabf7556e29e949c8b53a1d979a381e1603afea855ef10252f6ffbc7d31fe6e263b830c6f0d3fed2a744ff1d18c0d0f8fbf0c37971d5e6f8c6e3355754ae4f69052ddeb2237a431a9f71657b8f9445ab8457450d1e85b33c816bf6649bf54d0aa4fb782b9b6f825fb3f4119934466591560eb621babcc78874daa8d3185fadafdb8efb61df11fba102f0691c2ba83b4a7ca7ec080c079f6de72ed399972f83c355fc72066b6445d29a988437f97c4f45849c952f542841c622692da0120b9da98c38762cccd6445fc7c6cbb01f1159cf756f99a0fed7f4514660a7dafa5b770e6b1d6732b99e0a8e00a5d87fa90f5bb384913f02cfa87e34742a7b6b80dd6d7b76028b72b6c3fccdc5671eebf2e9ded60b7252a909b6196a375670c42e5463c', NULL, NULL, 3, '2026-11-22 16:32:27.241967+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 5, 'in', 'answer', '\x01e6d200e1ef544b01116d35e6f5e2ee5afa8a3e9c6baa759447862457c601a4013466efaf0a6a511f97778530b611f956fe6f77e31f6eaa4b88cff6be7e6242eaa55491ced728f9b5d675638ab0a4e68d5a172b4f8111adbf664956fc01ebc8b0a6a4be08959e34f0f222d5ab82337669734686b4e03a4052ed089ff010947397441820061752b4dd6025b5431dd28dbe8052b777677356bf37d6405884889343421348bc6c2e5c30e78bc0f03337d46e04db7513a59ce6401ab943816267e856589af593189e25c0e57fb760aa32d449032d3245e8554a4e57d4183b85d4c898252b1bcb416f23c024f6ae330abaa99d8f8fb17da5718329e911ab18ef6dbd97543ceaeb60bd3a9cafc0cce454d8d637830ccecc48e0c6b4a909bf452c6388bf167088f3a6db9a89d2a0d142a7c6785534fe989a5825df8daf5abc18e5409adc8fa884fac5ddc289d644e3c388648eddb17fe5807844cbf66f8b7e16a1ed66a93b67fe7e2668b39e2d58b3b06610476b308bfde7f8b5a491b67ca0f7876ca838aa7f1b4e14dbacbcde3335e01ed725da92039fd06cf055f2f50d385ae3ab20d5028f89bcfbb6ad9e498f79587057adda863962f1a4280cd129dda873e887e646dd74281e2ea680bb38a2f9a6bfaecb7bdb3517a92a6a2fff8e2b04318b2b5c74934b0417fd', NULL, NULL, NULL, '2026-11-22 16:32:27.277005+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 6, 'out', 'reply', '\x01652168f6904e7836d48b6e6fa4f020165d2ef2ae7148151f22a06fc0f442c044010f2ee3d5e59efbd3e3036346f63549066a5f65fee915c7b49f5a28e67cb6bb7bfac2f2eebe87b477cac058c3dc24143c20d2ea7f71ec76dc60ae5c46f4142c8bc7243b183e58060241e65632dd70318f1a05fa8c8a303fd07d14f2fbfa04d645181d37eace687333bd5f1dc657749ee43b7cf1d4c9a70cb7d0161286e5c6a238c565a4bd1e3b629bb8fd447ccbbd61c762b452171f2c55aecef0b76f95e014c8', NULL, NULL, 5, '2026-11-22 16:32:27.311296+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 21, 'in', 'answer', '\x015ee0e84aebe5db177d491a75afd6cdf2d13ef5571982b7c90f9fb3db31142a5171f900cd37b5bab2f38e3d7142d6fc16d47e0fb45d29eee4041ca2d493d440b8ee164aff45c3eeb760bf83b2028b6033737ed9bdc41b58033dfb1ce89bfa4f1f5f9ad6763fecbb4c1a956f805470e3cff136e6fc2096fa82bd0ed6d0e91eada1b31ae890d09217d5a57edab984e8668407a938f6097744b1c2f2c73d9bc9a7acdaddc257eb91aa6b7cd32b3f15a8e75941a29199c8490530b8bdf6b2134ad4775d60d1bb7642af6069543a86b8ffc3b442291f7b9c28093a95b5db630c6d9e862d92ab8d6ed2935307f10962e797617974ebbb9a6a771b2711766471f80c30b6c0dfe58a3baf985ffe8dc52055c8c3b72c257b063a3d735cfdfeb86bf4bac87f16f7b45028b9463bcd41ce740f10d14d29b4997522b6f787734d8fb84437f22ef58dfd30d84c10eaee850c930732bc585bbec02093db24f968e9ffcbd2c540a1b40346dff56ae436f8e30271c8bf574e2673dec83b07f55d540b682753e630861227a89c6f31b46e3c01', NULL, NULL, NULL, '2026-11-22 16:32:27.864669+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 22, 'out', 'reply', '\x0134f81aabfc9924cd269d6d67d4cab2ff4a0df8e015c51afc9f02e0bdc16edf874ef4be7822311d40cf9b81547abf93d86ba7235bef3ce946b3ec76b9175f1e1a95519de80814d924272c289c19a9fe662701edcae6a2b27edb126cf541348bcc42e04b4b9dbc4a513110a14cd1369a0f3d3cd8a92641849b210f2e42c53909522c24171d7f5057dc45a76cc7c6b655d0285d005efcc82a06f6aca979bbc5e623c8676c65b9f03f120bb758c8fd294f8ed4c06985167360', NULL, NULL, 21, '2026-11-22 16:32:27.903322+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 23, 'in', 'answer', '\x01094cecbcf9664d22b8d67f57c4ef93f06bc52b56f856d4f6d6c713c244a85b8279cf573c035e1e156eb5dbd136dc9ee18994950a278cb2640ce42b49180779f418d55efbcad7b95b2ed166a13e209724083dd5821df18aa8818bddb01d88d4017f3529ba4bb5a2d23ba0216402442abddc6b8ba43500ec73303a99db08141b0766c0d0f8a63742248da697fb759f8f98beecdebe42038979998e711da3fd98bc3636a2075a98fc9448b0f8c4ca41ee7828076c4c41c5df02d2290ea5288b63f4ba063cb507230a44241746acb49c636cdf4b5f8bbcf8f5e30edc1c6f761269cdeaf06afecaab461e76a9aaaab133db8583c93e3162561a5a84fb3e5003ff9c0606524fceb045c7f4a46f72e8b29180b22c3ab34f378b98a65b42aaed5b9fd91bc4e0b1a27346a6ae136011849bfba03e0153de226aee6cea7b46c521e23d92741f4c63862ca43808fd854c51c96c6b21daa1ade8c190b722aca765f18ab0fa8689b67ec139f68bd40f5f04cc6ecf7e771b92c195b1877334f314dfa7b655b28fd25f72d77952366cb3d20a3fd0a47d087e81e82609084639522b71b9070f0e55e1cb3dc83e51394b49', NULL, NULL, NULL, '2026-11-22 16:32:27.972589+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 24, 'out', 'reply', '\x0190bd9185666e8dd378fd1bf3d3c24dd0f1a8aab543b4e7387d71f46a577f4b0e1e64ee816912f3daa4b83f66f302be94a2839bdafc1da5cb201eb1cb36e53744f91e0ceaf075e30786bf77ff7472c70e4e72d69e62d3cfc7b3a031e9025c610c752bef08a631a117a79aa13191163ade419230ae104cca8b55ae6bbed834a71f8e05d2863b33766ef0aeb1372eec5dce2d630cab59f54e059a97b469b4ccf1f5497b05c22d4acec374cc9a4cc9246c48ad1febc0f3e2f9fca08ef53eb31b28c282a9d4', NULL, NULL, 23, '2026-11-22 16:32:28.011584+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 25, 'in', 'answer', '\x01b39a1854ff7428164101230d2498e2ce7fb54b92432447f096c955ab03f99fa716c8c77d5316b23b02f93073cff2b8e1b74fec4290af6edfdda31f9af9dbb6635ed1d054070e549c73779de6b52a4ca4e50d7ee6792c41a764c3fb2941951d61805803249e8e82f832cb9dfcc2045c3871e0487aea1b7cb14a05ebaa6c17541225e8238085c65be7338f13e72d0198ba51de0687a29fed3ab67c6eac7f504fedc12a04cd59254f8b95ca5bab325a05c36c0622b28262ef4f5d522d9108d729b85d5d883cf2cbef643e126f33cede9ee9d7becd02f410c8f9282c4d420aaeda26f1f0aa3374294e2556ede6fe8d49029d2cc561fe250b5dbf305f5d615530f45f6a643f07c9a16117fcc5b609b6eb67873e186e429731ec0395520e2007c08cb6b55577abbbfd53cdede18ce10a941be6be178740a01b75c817e4f8a4dc71a5d8f18ffbd443da8a5d7491b633fbc2fbeeaaaf9b1488c79d0817dc2d75cd88a3c4c55481a19343e2a608b081ce5049608d175b500ed237075db9389ba4c9a722dce0365fb24f57034fd085ef5c939a15f664bd3249f0145c4220cb9c', NULL, NULL, NULL, '2026-11-22 16:32:28.04581+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 7, 'in', 'answer', '\x01f21cd9028c2196caed06dd882746fb7585b5948ff7363d0c9f103ff845a193c1a212fe6f65ef064e364ad7aa0db1958326f675c8a7492da260361f071e7252ec00710cbc4ffa4adfafffeb9bda8fb61700bba627d9da84d13a168e0ab0f89417c72bf27176317f4918d557f8256336e656a05a4229a53134a355551b19d7b4f7b598aaea3bbffe6931b143d00b88b0d9de291a04b378986cc10c6336997d4656862e3f42d749c15d92bc78321405b2ae85b4b22ecfc62fee16b4758bce9a920f1bc3661c20016c2b02f1347d153a75e7863130845602558175588c5818086b68a4439eee41a753f556c0d09f5996db98ecced91bd7a3d0b380322d0909b43ae89ffdb65c6824a2cf4d6a24fbc9e5ec76adabbadbb8142657709ae9605deb4eca711a9123ef5ead3da3885bb1c91e8e64299279e84b87c83929af071983d5d131ac56eb529c9e4c6826ec35516a6d9c79ec5ebed9870828cdd10c66a5d81aa35e9813ba5725ba8e982039e161c4b7de6b289b84efebcfb44aff8ff905b33be0c7d580a0376aa002be2265f05b5e70e71cb70618e5fa1126efcd8dae225577a0e1b0f59037349ae8238bc81c5d788fb53a184440c08e5d49106bf43107beb61f9a0b5040a3c29417725b93c848fc89fdbee7bb35e75589d54dd53212307eea1790427b095c9ead5965e35ce81e8e03c83314122bbc934131d4e533215783975cf4cf4132908cb986aee48836bcda0457d90983c54f6eab19a33bc5cd129a41aa9eabab8d17bfe2a038e84f99b9ab05a907e29ef9298437df6a595478dc83e6b00769f11e70cf5448535b9f5a4e6b5967fe40da204a769769219a4f005f3c432844c8bcd49fd106f81d31409dd36b2d2d16d5871d60f162d079a0932a9bf9096dbe2e92d6b3afbd85336cd1571ee9b16a5bdda739feb7718b0fb079a33de89de496b94e91f23a7f0d18bfcfce16d5c2fdd98bd24df0fda7f0aeccb930b1f11f4ab7e585c864095adc80e3057e7e91b384f3922121da72391ecbf28732c6863b5029a2958827c5e1966ed503108a836abebab05630554de02b7111daefdfaf231dc9644a3549c6e127b09d4c21e9cb1fa95f3f454534a7c1897467c8e445e36e2893d79e17855e9bcd6ee6f6d09ec7521bbb5fc6e233bfc073bb7b62a137f4727d58f1c39fad6e5ffe8679235736fdef6229e3fe6ecd064c3571218a04856554dd3f8bc788384afae94db79adf8fd29a5ac2b9ba5ae7a25920fd483aee317e19961a446ece8579bf28a3b93e3ba0eda2a19e721ec7bce330298c53dfaa01a3080b617c7aab3c8dd5ed6e1bfcce567b368c425560f310d36c17fd6c6b435d13c28756dbe1dfb102f3727c3eebc96c8c8f2b58f99db1038ad5ae63d3272589bbcbd24a738a3d4e2095d06fc3ff8ac535aaf6d3c638a80dda14de4169d29c18212900ac85709e522ceb9502ef097d254bc9da3a79a9bf0966008b91a41d5cfd21e9b522ada06d1acdc9f2a18ab9b3a7ddc39a383f02817f2aa67800ddadb64ac66b70c834740e91062d565b3dbc77f68a180008e6cd8b9084752d6948f9d41d79ed51693d17d641b513ea039a2b69d220bd866e4c51fb0b9640107d06c1f8a34670c3bfc2e3230268457a5669fe47635c1bb0674cf7a02d3f5fcd80eb06b2756e294fc18d69574ee920cd42b54eb85e937b2a1d66197c12d19ee7dba1f8f43bd1eae76a1577fed58d649a733071a0a5dc2f266dc0835d6e811f5fcc680aebc50a31da6b17af292ef530bbc4dad3c26160af184c21b7f4c3b0a1aac7e34045cbd937d0dd679cc8334ed3a750', NULL, NULL, NULL, '2026-11-22 16:32:27.349615+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 8, 'out', 'reply', '\x01ff45ba508e007aa5d98dc4eaa9fa502ce77eed5de2b179d458b5c143bbba4d644233181f680e3914142f9e5497590d0c184bb7551c7cd47a159a14d1a120e5bea066c92383aa9e121242867ecff47a3f98c7e74c78a50787d48540c2f62a165c4e020461ab90426a77ccd74cbea8f0b413e9b94b1d0dc05dd7cae1438270a8f5182c339c126d9e4e86a0e1bce983bee451a346301c7e9c775d39eaeb4d4e661fff8ae529a02a481bc2788cccd56664e844665885c59e3060ca8b', NULL, NULL, 7, '2026-11-22 16:32:27.384694+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 9, 'in', 'answer', '\x018fd6583a5f57961511ab3138fc671b88cf71b2c895920db15de8077cb5c20d89f1cc95ea179668da18b39ec369d847d53365e9120093062d0b9e395d857df9978acf3b305796e3d71cb0e710350787347959577b1b96aa8d46c1271aa160c774964d7daeed6b0ac8d3d3e3a6661fd4ec84dd837457f7a72f5e450697d605cc639effff13e8b91c9f2adab12d908de0bce87123874b4b2e263d9972629c2eae87347f8b9c16c832bf7cb34effc1cf39591a3922b4ab8a4671c7a3f069e95df23cd58da5e0c55f8a31eb79d8100f311e374be437d89aed9c6beaeacd00642b2a96d7ab3b9ceb134157cf2b0c04a49d157133b91004ed55c26923cf864fd96d9bb2b69dfa032b75e7bad7bc62cc9d278ebfb32476748bc877fde94eae538bb71088d79dba4d556176ac48f0e2fa6ba3a1e45418813f9cbfa7498a42be42ecc32dbe37ac845aa2c9bbf31085dd72e25ccf152f7692029345497bdb30d3710dbac0c79e7bfa4fac86dd75b0637aee92c8c7af0f333a2cd96958e9bfefbdca3f227e348a838a2ec9c7b38dbfaf9f802069c4b75a935e377a2602f367fb97f4b677de977ae2d9ea287106399ecd2371da61582f8362ab99eba3938435cbd7cee1a8c43ad343937aa7fed98a91a4e470bba36bdd5ff75ff980842c2f047628913de7cf64b88fe5680ab22f5aab2f63884c2bc2effbf09704dd3c68f8eafbcfbba414513742f6b9ffa0a5b76618cda66220cf084629ba16628abc79a4f2ee58d6bd0ff5572af7d656c6be03e50acf532f25cc8549cf3b66b80692d2ca249eb2d18a69ac579a58175eaecb4b56011c9bd7a8878621ce910473b32ca2e32a5bde28ddacd44e250aa41b55b8fc086714a7df5ed8bc2e0a77c3a55438856825dc379be1ca446a399b8c4cc7b367b1b08d8a00cfde72a47d13c50570f8bc09dd1fc33d8112977ff39b651fa5ea483db3c5db82f4198dc02c7804a4ffdac9e7f156f004f59afa8f8a4e53357d2e3af82f7794f8168098bd1eb60504553f540c88a34839a0a99d6ceaf828f1', NULL, NULL, NULL, '2026-11-22 16:32:27.420061+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 10, 'out', 'reply', '\x015c40bc066158482dae7c2fe933f64a03a5c42c2e2236613b65a082e58fe36ba80ee9604829319d19d6104e0e5289d13312c19562f554a2555e46807ee8cd5c672de9111f29784d4f6310092c70a60ebb541cc3e42e091abc996b33996b15d444599ca76d8a3db69d13cd2dfc53ba466ef8150913c9d973c7c429e9d45a1eecb710fd6c0ef7696b69548650c91b7087cb4da345c60fd12810e172114bb8fe7760b292eae78dbdff5815f77249615785a4744d4d1562dacd6fb90c', NULL, NULL, 9, '2026-11-22 16:32:27.454538+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 11, 'in', 'answer', '\x01ab56dcc5c15de987fadf842336971fb86f781d1c70db8f1b8c2a65c59ffdd9f8484224e2bf0c8e2514a01752d8a3ff5fc99583b26f6995f7f59f83bcc7de53449f474ffc4939ec63c8b4ca23f93c8e8619667bc0e5d9135c40eae8d75e27089318c422a7d7aa4e4eaa9b4ae1748058ed3e1d5b4b3bb93bdf5b8ad33e5aac950bc668755b634152c1def2965e49ea3ab6b0a26d90ea4cc97e62b596750e30cf6e10cc71b7e9ed5cae8fe0579fe93a70117f61468d8786b7400887bfa3bf850fe5b0a916c46ca4312d6abc2e23a6f0413171d89a4b6607773c4cde14a1574db4a7ffa3fd259f0bd3ec2b2be9ea9b9e7c431e9c2f190c75df04d2cda8687d66f89c32d4ebcb8e594ba2b478a3614c15299d8bba421a133e9dcddeb37049d792d245811eb45a5876ea763e1f2896f692675f052aaf57327f4b89c5585540f446a6c7577e29cbfce62e2f2ec2eab893353468f634de07a007c06bd631c2db86e62b1028e71817331f472080d49fdad71292cf6668ad2b245805b0e2f457ac422c420290738ee9bc2f7a4731d67fbfdae8db8bb306592d00d113dddc4f5fdc5d21dc3b1e8d68a6c9cac63561a8d754c9506bf65d02bb26029902e1cde5d417dc4db5d32f6fad8d84bfa7e0d14558aab0df3b7b2b4d658592c390bde1435b0050b197b2fc5413212446c9abe22c938272031f574c1dbe153357ff71e337bafccc82ae6b97e3831c9ed6bc22e951b5be1b7b808f8ea188ea6d6fb4011ddc844b973d132a08aa0d94e444a170f83862b48a3f084a5a97d6c724064ec886bfe0b0b49a42bde235ac6ec6dc6801f62f7646195113236463cf08f8508f8d8bde8856f844bb4d24ae40e6a12fba38255b4c360dc3c702b022529241260ce1f64d68bedaf414b284646b11cccf153a633059c2ac85f57ca0c82406b40c6e2c18f5c35d604df5a1409a7f2844d7a169624d6e67f04dd3e276951c530b47f72e2f7237f7cbdbda3cbd5acfcc7be0633fdef2ac', NULL, NULL, NULL, '2026-11-22 16:32:27.490363+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 12, 'out', 'reply', '\x01c2724fdff32203aca49c614bf5ab6e7e952a16e2e65ef46bed7eea6d59a9e0fd13a0f6ff2ba876a3aaf5247d10c90a1db59797b24a4c7702b0a1191227db4dcca7e8e7c6700c83b0e24554d3dca5e4fdeb565929172bf4c7a7b03c47c4b538f3d663fed98e9cdb7a4f03b1a067a9c25cd4f65cd07880195aabb5137512f2ab4093df4515402c18860a3da0a7f7fba2a366bb866068e8fc8cea53129a39ed88e6a7f7e9e79bf9ac280f4a0d290adc3d0f52cb536b932596cf8b9c2355785eb45e16682064bbf2c5fd95fd7ac292c0e41f543814e03f73919136c37a0f2da57d91756b2b3d2b1aaf6e88f099c689820cbdec76aa14935a56207f2bb2ab716f9eaca577ae20db7fb665066a49b39d576839924c5d', NULL, NULL, 11, '2026-11-22 16:32:27.527498+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 13, 'in', 'answer', '\x01a0777d73026aa73bf16994960abc98e95f16d4285988f1ebac544ce3dafb5257e1778858cdcc93412c373609b6b32410b646857ef7689492c23c5f8fe5126369b37c3ef09ed482082c997a99515cd75d529e693b1a47e35acb8662701aa9b6f5375eaffe277469e725e26d9274fff47e60573f3bd753cec6a51821ab19b887ab46f17174edc27846d29c944b06ce34506393990f8f312b290036709dbfde64b70ad770741e700e12874ee683540d42d7d2224868802872cff0512264a8681924f698f255e0ff9aa9ace167bf9ed8e492efbd78822daa247f133683f3f6002e323de22adabb7dbc0851eb03e95769709da546c95680277277f0219921ce3d55d30b7274e1281e2b656778681e125c31e3e2ed594d5ec37e23d1df9b9da1276e4e134b95d98733ee41442c4e0499bf5b4e81d03a4a6cc86e0cb1922e7abb67cff16a59ee1d3dc12ca6804204466e985aa609ae466941bb3519f861e4eee43d2a1db1a9fe6733004449e66159777450e7430be9cf56e3adc469d8e03dd06e626971f3aa4cc72978b8bc2e89a60a04c53c34520a26406d8f2d5c6d2fbc16fe3a4d17c95465af0aab2a38bb585be250c085d8549b7f1a7d72bae97d377d35b67689b1988c31a4fb72781274221b2742ecf589ad031e02ba3a0878', NULL, NULL, NULL, '2026-11-22 16:32:27.562326+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 14, 'out', 'reply', '\x0102899d95da5218fb19f1fc27856bf170a0983299cef999aad9e70664cb530866c8b17f4a9cd1992660c64f5d383d29a0b82ac50d8fd484f41e82fc503dccdadf2b171dd0f4e967329567277ff9e99faaae37546300fbd24680530242d5c7e9112c944df6a839e2b0143f5ff2ea1c8d9f559527e5e436f701601a924b42906755be3617bb1ea1e7252db25f42929805845b6f53a2abe302f82865908fc7106a95c654587f4fe04083ff463799964740be12712f9e54f1f3372e8064c118bf8aa21efe9fef96a17970e3dfadac85796a1250e2515f1c5c286278e2b09fb6174edcefa47a79a5dd573c39dd2ac2d85cc70d2a2b12b0846274793fa5d5b4258564944311fcd8c9afc86f3a76cb', NULL, NULL, 13, '2026-11-22 16:32:27.599222+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 15, 'in', 'answer', '\x0108c254310695d6aef9e12fe5b78e7ceb34d9dc6678e570816cf90f675a02bf787bbffd011283a6a0c03372d5365e4e1223d590c876df8e46e498b1ac4d589f39f514ca340927ece1be7a1185d3e9d114ce51951e25c346772b6047c5c854429844538abe4f70c283d835a8593519e5376aa4dfef0fd9b835a57f9870918e82b1b457f61d48e4cc743190b422bee7f8a091893779805c3e6d562b7b83370c9a655145c16b098f415f8b0b441d74443b780f2bf614aa4e16998391192a5b1e10d14c666eba6d42cc53a91a780044cf3a0bd849eef30f32151281f2183d92f052328fff6a0fcfc19bc382a2f6c16ab8efdb5e5a222d60aebbb4c4fb0f8599c33ae1e37cf8f94ade6bd1bd965cfa6f9225f068f06dbd7c20131a2745b0da3c4dd5692d066ed48c102642fb8c1093b6454db5e275f273fc99f641e2ffac90826571b59677ed0e2b9ca717728b32b5336e93e5ac0db0778e2047fa621b053c1a980902c9f4cc8444675d0f48c06fe9882747e0c520f3a032065f0576ba97258d75606f628cb5213a726931d3e894bf7cbceb9eead55e114ae4c74362b12087dc5362002d5c9dcc93c481ede2db1fecc41ffb990f62f6c1c649228668eb103461fb418e8794e5da16704c11c2c7f7135a7f909ab06abf7a7b94588febf57c2844d3ad5ce84bbca231e6b05d6a15a9528f33cecb0060e89aef0def04e9905255407aac8a3c447fa32a9928b47002e3', NULL, NULL, NULL, '2026-11-22 16:32:27.635065+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 16, 'out', 'reply', '\x01a67473e4a7a55ebbad56c2db9b9e4304ef8957f717ed73772e206ce9d94fc744bad0a0081b74274409d8447c6d4a6b263929c5b89649d3c78936f0f0ce8d12ed8d8cd5f19349ca191c3f92408663862154c69863b5a4c2841fa0173d0d16014c22f9cf8613ebac013f06c8e330f6b66e2edfd225028c65cf69739a923a381315a8c278515c0679779675f507166f21bcca0c4b3861a42f29cc744bc7d564e818b180eef59ad032ad5f3193186f53387ae3e6b49970026842fc0f3e50f44f162d3d53f304198b6550f9bd8b4fe75f2cb4de61610208a1ba8f5667f024bc5e5ae1786fd28be1b81d0bbad7709a46a541cae396b289af649f05717ad5954e3c8b0fa9edaf29c39b4f19857d7a443396f1d4d41a8f79e42f0fc3024f1151277ce85b41e1bf569eb5e47b180cbbc33696e18b3baf7842cb4505a54d9985f1ea2703add496bf452822873a89e57dfeefbdb4c6c550a53a587fa7b7e58b99334b', NULL, NULL, 15, '2026-11-22 16:32:27.672502+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 17, 'in', 'answer', '\x013ff6beab3c7b02463986689bda53fb6b686c8a7245288b2236c5d9f9d1b5460a06f791f969ca148fea288e346e2413dba09ffb1976a197d1206749a639971e6357687a48a068a638200d14bdaf89b6244fc21c55ba895f7cbe49c233bc26342dc036fdc5b5d961e585c9f9266dde24f275385ac37d7e4116eec44eaf450a587d8353897c6313a118d493885951ff24eed51d094cda366949b064d0b9c4d7fb4c27c617a16ca12946ee5a8b3965c23fb2dacb0131b4a06b7da0db812914f9485b37abf83948166f9cd540863ac66330a181a6bba92a6a13ce7966704b01e22e7478de744978a6f7e8d9394b0b3234f181d64ef86ef337772a753ce722c9db3473b2da83eb39ad1041c412be6a71fb843403eaabbc8f8c70f253ce7eb90bd736db9b5967d2aeeee559bf706924a0d8be9da098ca79be501aaa5129843d265b1cbaf45b8041bc533dc2cfa27f1524461f64b23cbede27a6200073e09b91af5c5494b911bdf20a31f8aafc76ce850b502b0b5b0e04994d90e6d390f86e2db39e4d70523d8b47d52ea33938c5b506d7512a0e4e5367f9b2214910058969dc', NULL, NULL, NULL, '2026-11-22 16:32:27.707099+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 18, 'out', 'reply', '\x01e810f7ef55f014a89d304d92d4fb9328c4b934c4f0dbd7db959a157ea5bc9cce680825586d527ebaddd3d1df2f9a2f77abb81401ba49cf4d47d69c7d4b8d3e49d9cd58bbee01542b30aa023e312447373dd79207c11f19e8ad5662ac042c4c5e27c4a3e40bfbbbd8ef76b92cc8e61390906941bbfa8c371e75107382a87d35cb4f8502ba1de2a0552791663a629f4bfc244bc9bbf05cd6d94dc612ec6c21f54574a5086654e949f6261c4a8b45b17c11e35262a4409f2b4299135744a9968c634e5603be3bca92e8bfa7ba266495c9fa71fd1b7d87806c5437a5684a0112d2afb715e5c22c661d58be70474fb6b79e293f93b34de44972dae4665e938874baaacb75b11311b29986236036d4a7acca01bbc529617691d57b943df76d50b2c869a102a50637101ccacbbc5adffae834f79231f091d80be6fefb0a6414aad31f1cdad4b5d03be4bbee82ddf7969f628609c9aaa43b803f8a3350b0b6', NULL, NULL, 17, '2026-11-22 16:32:27.747894+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 19, 'in', 'answer', '\x013a59022ca7080afee0b00919fcdee438e71caddd034365eec9328500b26d40b4e3e9af97b0e8b4abe3af9feb4a1a4dd88a7f343385e193a0e0175b261fb926cd0c5d86ae8a220153d0e8edf82a549ecb317b971a572721c20823eae75248623dec9f8339e20d647a699c18fd966fb5a6fe6b4583c21e03b9ce779692dab4198d57becd0fb00df319774c6d9ef7aba3bc44da6ba13aab54c195074c3e0d5ebc63593391b57b907bb3dc0e1b87f5284c37ba7a3f2951298e1eb9e13005bd942cefe046d5de95f27e03d97df187031486f1d353dae065cb0c00e17a3c6e6d573be1ca2c85eadc6e47d788a72f7ae8938fdbaee5a3209d6e0f36d0217294aff96b7388130b40ebde3f61ffeaed93be1cefac9a48a5caf83dbaf4c9606a504d4a273dfc91ed499d912b8ef1df0a9cae76f46419ebb9cd866acb32a1fbf7c7ee430f1f7f11c13fc38c15e08459ef40de1102dee3e9b76e7b6a79b69d55fbf28555102e5391f78a7ba28aeb1297193577f5903802dcda41035a8ef37787047d81b240c0e9eb4c', NULL, NULL, NULL, '2026-11-22 16:32:27.784883+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 20, 'out', 'reply', '\x01e444e1ebab39e6b973c4b449c3cc21d90053771ed718b473f59d4718b1c255d4ab282a7282b269ad3552aa3eedb4085cc90d74c120a1651f03daf12ebe9fa671f751a0190fd8b34fe0b3ec89a72dbb8f78e86a6ac2fe079668e01b175e2a30f63bed4a0b9676566acac7476465b7a325cca35cd58c746ca6d98ecb352a47bc4454455365e37b28d230e15030f565b7a707cdf444bfab74c8c060a1325800c9cda7655fdfcbea6ece934859d726aa8dcb6144e01080db8a7bdf2a0c41ac9decd0885aae35bad2e85a0d8c80e1a2242d525a3c95c740e06dcfea26b7a28a5249f9b5e27ecfb72900eff28c3113ecd27e28e550a663b31890ca2eb98eb96c76bb4576733a486de78b2d278cf4a60ee5fe1657bdd1e8d2eb8563d4', NULL, NULL, 19, '2026-11-22 16:32:27.832324+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 26, 'out', 'reply', '\x011bcc9e097fa65eb637bd6d55d1a3d7e824f31c5ae0c347dd490416e1672bf6641286b7db14237254b448785bcd4537bfb5a9c189b4e06480c7c3613b2135af8242521748c8e82cf203bf93738929979c2724475c7c106277d1942cc64af2e496c469cf5a8c9da6e35e166b180140f3059950eb3be2976055112ba519a668b56009512aad65471e9a0cf435701fef9fc1bb3a84ed592d70355833f17cf03172ec3e561c0df701b06a37eee0d2c0ee3f023ffa6eec6bd363900331aee4352c3d4d986daba5371e5b872586204448f0f3e7f065b31f90f461e8c16a298f3c7d28212df0f00d4a2ecb37aaa69414adb956da93fb177e7ce97f3d667c70964942c952f48363dedabc18108047266515afa3612329e2d486909af10265ba9867f0f37ad2be5d5bbd0c9ea4d73cb16cccd945ea91547f4bcc84faa47d4eb8cfb15c1f72a300f7ab6217402f8b8574c36540381356e50c75587a3e6f6558572c13e2223336b1643469fdf008e0be7b4a6f1f3ae53c401862fdb49e72b66e1095a553e64cfeb0ca321e22bc78d954dd9498d501543cc7b0a8bd84fec5a5f0a99ef07acaab78698c3ba36e1b4ce39a640ce3c30a8f846314301eba6bb19f04e15e3b3b7b84d69bad399c5cd40b7954497ae5ecf80cdcd6458919365f07be921198b4c7f90442ec5f55dd23ae4ba8bbfffced85be02416741895fc124c388256baf83aa9e51b4d778c03b31cbb3eacab855f206db50bfd28e34ec624fa70929713149c5dc60d916848a14b1ca6c4ded1e2624ee9b6737047c9e9c0a69cb921dea5bbd0c31359ee70334675a6a270e03d93156c8ecac404dbcdb17f1c9538d8334aea9d3c5cba5d7a822ad791354a5b1a3fde14d55df51712f523edbbaa2c7b3180f98bf1a9eea109d1db6441504d24671db51bc611bde108a38c8f86ad584514ea75d7e16272a44ee5ae61fbd2520e8345635e284cf1c04d5d0f9c323ffae8b17ac93b2a3eea8c5e77ed9a8ebfe1694178a432bab0ec3ecd9e7a2db48d68547655a2565ac2ac09834a93ab5b4bd91f560db8febbb765109acfd124961734cfe273f5a03ef43973198271ec91fdf7099b07908635bec04e13d20962a4fb8bbc1858fd7a64a47ca83853da7f8d1ab4e1bdf08b464736638fd96ddf6adfd93238d77be7bc7026b16442048d7536561426b69953d6a6d92ac54a9e373656d0718ccef2e5b0a06ac315566ca0b5d8db1ff39aa8dc9b590a5e7d5e85bdbae505a013f24ab595a5562b2f2ba8fa944e400e9059fb139e1f57652781bc6275447bc39a5c7acf2a00c777d6ce68d3cb19fe0383f4dfc6c4a7d9447a77e77fb288af3083c59827ea572a20febe9ed964086f39c1bb1e890496913cc73cdf042f366521a0dd5be0487243ff0ce8fbce7afc4aa6d93710a213bf101ed55bf43b5bb35607758b83a347cc7b1809d895f52e7bffe9ce3ed7f5de7cc55f1b40b96523e8a89a3fd3e4d056ce864257c0f0d515925683fef70ac85086e1df950e9500155d3a5d36e06dee2aa043303a5e1ac7da2043d3bde010f2200ab570eec9a2d67b3b2559cdebed33f88fa54e8130059072f3ded8a38196983a5010cf7bfa3896fd05af675555ef0b2bd445d2ad88d1bdc0a2a969519e076f699ca118457fd373dc4fa9bb16e8639c5a2d75c69922189aa64455beb1443f361d7d8aa1b21703830a02133b012e181c4714b8a3922b54a4f9bf464d631b484744d6aa02649933aee27759df9b662f76934579787bed3', NULL, NULL, 25, '2026-11-22 16:32:28.085853+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 27, 'in', 'answer', '\x016981bb6c4fe462555a912035c030806e2e834a359ede4c4d8d001d37598fc112078678cb762c43be387b866c4e078b58b08edc600babf6eed7eb99e14216efc05ea7d8306807e3759a151f2340e65d92f33fd1efe135dea707d96a1402636015d2347c33b5dd41c7b0ba91c78e9e09421dbac65c3e00922d4dd02027df1cb53dbc7161c55e2f5ed5ac5b7bb3be832f4b80e53a5917afcb578ebe8170313c4c8ba2ce0f5f0d4a73089a430b935a6a77e0d7973c53a00ec941df07cda1419be77755fef2cb71d77931f781730cd03a6f95505bc46c9e82793f96359d9f3496249d53d8e2412c3296446e53a0f17e615b36bc4ea4eaf3422ee27294f5c8462b1fb5b97d60ec3537163bd961edb2b36c217904bb59d952f99635b44faa022aeef72842ce3b79e3faa89f7f3c95cf700b8606c30c470a65773709b63cebac0d46a39b26256ff0ebb6853d44781cd26de7cc9f4b31fd4d97f6c878a28dd52f67ce8b98fb8d592b313070557b9ef05b0ead33a8682a5a3ef82b33b4316b47e13fa79e46577eaf75b22b51bb88c15c', NULL, NULL, NULL, '2026-11-22 16:32:28.11984+00');
INSERT INTO public.thread_messages VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 28, 'out', 'reply', '\x01f4bc6cffe238e5a4e248a776f7554095a9a3e30f7542c912839389c0b60e688d88ebd0e52055a8128a7d5d39b61b7a2396a7e07e3cf65fdaccc1e571d3dee756043624027742fc583a6e0c8f4b439f1ea4b4be6941c8b5b01117c80d59cabf61ea875eba1d4d94b88a4030f87d82eaa8de013f4f96b4d612acdf23955a8b4285452ada6ad6f24183b50264b31070bedb8a8652cb86caeed418c0d8048629d63ff346d0f9f6044ffebad27af4f3dec9f2d0d3c62860f3531510ce14660c6d9e4f6aee8aefea78a6ecac1c79b1e56f4dd9ff155deaa85824c8053995a04ee5ac4ce9cee7784404313509204be8c61e7255334041705f8875966e81f0bee31ca5fa132130dedeb730359561d6eb4a3e06682bd2afec0b6efaec08946725ea77f64fcde237b0f3958eb38e949f4c2d3de82b4d05ba1505ee80ef436f701a235d360a8764cf96ada13276e174f5f7fe853b804882914e90d674930cd1cae668e7d4a366a7240d8a0c1b43a0c4bb31103a0d2e853d1ce890bb7428', NULL, NULL, 27, '2026-11-22 16:32:28.184638+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 1, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:28.286474+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 2, 'out', 'reply', NULL, NULL, NULL, 1, '2026-11-22 16:32:28.319879+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 3, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:28.351721+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 4, 'out', 'reply', NULL, NULL, NULL, 3, '2026-11-22 16:32:28.404769+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 5, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:28.453117+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 9, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:28.614274+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 10, 'out', 'reply', NULL, NULL, NULL, 9, '2026-11-22 16:32:28.651663+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 11, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:28.695268+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 12, 'out', 'reply', NULL, NULL, NULL, 11, '2026-11-22 16:32:28.741406+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 13, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:28.77742+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 14, 'out', 'reply', NULL, NULL, NULL, 13, '2026-11-22 16:32:28.813816+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 15, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:28.846679+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 16, 'out', 'reply', NULL, NULL, NULL, 15, '2026-11-22 16:32:28.881759+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 17, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:28.91473+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 18, 'out', 'reply', NULL, NULL, NULL, 17, '2026-11-22 16:32:28.951926+00');
INSERT INTO public.thread_messages VALUES ('hSpdapEJYRIl0UMj-omeCPGvlOcQGw-T', 5, 'in', 'new', NULL, NULL, NULL, NULL, '2026-11-22 16:32:32.730711+00');
INSERT INTO public.thread_messages VALUES ('hSpdapEJYRIl0UMj-omeCPGvlOcQGw-T', 6, 'out', 'reply', '\x01a85c364f06289a15fa2ec16a2a86aa7f3ab1f4630901e7ea67d6092b64baaeed416fdd41431d7c9edd0abecbf6432c7f651e00c0a003b3041ae4a966548e02ee8b24687278cf81f1798a600a0503672603fedf5f672f61dd4118768efe8e68d742c19723f9b05388bd0211a5d37e3a28685e3657b36418d1ce624986041c17524dfd92ab57ece76afd028d429653cace081b56b8acd458d695c94d7c8905bfc5ac8bb554f6322e5da08dc4553cee25dc2721c6752956cf17c2823c7da28412871035fde9c68adc58e9e54ce7b1c6ca685a7207d62649270ac88cec9f3bfcb66d74025bea40455ea4f8cfc0a3a9066376d6c719f3722a06481bda2d37d7c6e9a863a3710ab6067d78c623df6c4c003865fa7b8c8e517ca912a4acb7c6522e98472c59aa483e537df057f512da3ef11a5a4592e7f9492317df92633b4cfb638dc9c4ec181980054aaf4604b51475f7a2fd8d6e54d6bc752945280aea82983584be3dabd0f0bac60dc56a57ddb7201bd3834a8c7e7925eb35b1463580e36fe78d74449bd8bb7b8f2ad6ea5df35ce6a49f04eb10af3a7af08235481c65d498451cbad58dc2c960c70bb42427e4eca805469ce74beda91f8c57a8e72e1f19b13675d56421d2f0f27c13b2eb694e58', NULL, NULL, 5, '2026-11-22 16:32:32.780912+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 1, 'in', 'answer', '\x017313075d96370f0583a8303fdf4f81a421b2135583c4c4bfc3179940f12f824a57b0eaa49eeae76052ba00f47e05545a11c0943160990a10a3750ad034305080faef018d7f3d70e3daceab6658e1b28be1f21b1b795ff1a0b40c3da4498ba670da321927db979da5dc938ecb7bfab10ffdddcb47479ef1bbc13cef69f8ba2fbf857edc03e443101fcdf66e2ba06695a33b7681ca39e3dfb9513522769c5dd87feac3f98921873e7b0737c62e256cb4b711bb994b16e9bef32e44da288cf399f7e7c8b7cf1a8d08ec61e0745e1c96676e85ed3e0f2ca7acf9cf3aa8b30fa9f1943a3d1878bc2ed8129eb3eb36c1f0cbd358a0ce80b478d6e6382d93a6e987cd128416a8e4dc9476551fc50731a1a69a6acbc0723e6bf884331e76d6309976c4b328beaa62203d126d962ef6978674a0c4bf4fe88eff929cb109c3d6fd4ebff12ff070b5e601730eacd066ff3be873206ad0f780236a410e6f9372b44a2ed7c795394858ff4106ee5e09d86737ae5cf0d5b94a0c545ca20d2d38ee0695bf85410e7a7942d08f7342b17897d532ad7a110ca1e24edc1c60d94d41cd0b', NULL, NULL, NULL, '2026-11-22 16:32:32.934537+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 24, 'out', 'reply', NULL, NULL, NULL, 23, '2026-11-22 16:32:29.165224+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 25, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:29.198729+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 26, 'out', 'reply', NULL, NULL, NULL, 25, '2026-11-22 16:32:29.241115+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 27, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:29.279851+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 28, 'out', 'reply', NULL, NULL, NULL, 27, '2026-11-22 16:32:29.320102+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 29, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:29.353116+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 30, 'out', 'reply', NULL, NULL, NULL, 29, '2026-11-22 16:32:29.392227+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 31, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:29.437798+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 2, 'out', 'reply', '\x012e8d1b085e97c98677bd74bff0bd9d12b30d5986ab2eedbcc8508e5569d371e6d14ee89a4f49f44021327e91c37ee2343daab09aa376682ecdedde635fdb6d6919532a22bedefad3d69466f7c49448220cae8d6798f67b66704ef30649c86ea704293794840c4b79816cf68a3bfa1592a129cee12260790172e991d9a7eb74667194fc3d1055ada9bab8b82d0d5c19eb646dbc36aa23785858e32877080d5fad82695e7e76d1355930467adf2b6fae70ab9661816e1975d201ea9a93bc5bb5d03c5d72acdecd717952919450735f2002279c5f1a9606f77d70cd073c89edf45e1a810faa5395d0ced4b676962ae8dff28b37a9ba97466220f5a3c83b3602905a88932041d7cdf6b632b5c3a8c57203351a6f830a702f64d436d0697f76b31d6ed363afa4473d62aa06ce2264ed8effa786420f63c45454630b441cb477a3d8573a48cf', NULL, NULL, 1, '2026-11-22 16:32:32.976308+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 3, 'in', 'answer', '\x01e77d905f29b96f7db08abe12a31745223ada84cf87a3820d40cbe8222df1fa852c8bf61156edde2c7c9680bc461d9ae2b1f4aa6535c03e3785a23d2cc26d3e85aeb7b773d92304e3daa9e6b0e8264194a05b41c8f974db8602bc2ed25df7c7a26b8577d4a62811296c27efcfdd7bf487f78bee29b7384b66188e128fb9a14005f22ddceb3fe0a7fa61aac44ba340c298d02c7c934c9e3b8b07af436ac46da31bfb0cfbd6d0b265a3a218b0d5b6b7f313b40820ec18d3cf1a9b652efbc90219421aa83175f2443375cfed691cb7e3a5f257340a7abf39bdfe090d5beb36a5274b2b9ec53ef6c677867f531ebff2557fa161be472e8ffefc7bb75f79a23d497b059bbf7bb207b1d92ad386d9db7b83410e8f1a32b1b62c1502653c5bbd8d4a41f85edbe0079345ca8f525f67dab2e89c2829cb3dcdbba9bcc64a4f40146962e5b2e63b9d0542824f59631bc96c79a73886b46c67e104863c6dba07b26aad9826d3561c80a674b53764819c6d016b59de2c9fa4fe0ab2e88dee23a12d7ac123ee', NULL, NULL, NULL, '2026-11-22 16:32:33.017088+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 4, 'out', 'reply', '\x018358f7cfa0409e8a1838cb827a29ebefff9946648e7fb94bae54ef80559684ca304e2f7d353063ab8e2bd9afac0678cfa16fd5bb7294e0580269179dac758632b26de26fbc8beba322a6da99dee13c571c5f786df1abaedd9e03e05c006298c92ec607461f28f61b09b58e44a94992ea33b1a8fa8adc68d25fb9c4b174ed46d2c73924a952b48fea7a455f3027790f896857fc067f9998afad8a5fc61fa49e452a763fc7531ac29a531bb87d0127dce8b58d1790a0dbb97c96c92ea1b209c74e30010fbc292a984ba4dc5f1562bc8fd0a4254d8467078981168d1090ac26e24a0348dd7a493615c075ae7086943e2a73aff126dedfcde0ae894293eec4fa00fc48ba9da5fb5d60b7c130069765006f185fb6e50b5c3fc91b04cf6175a3c632dad5a197efc43de7c6268396830359dc785a5974423b17a6ac57fbe9bfd62605bb708b5d09a9c0a0648e6069148842d6bf9b6e782d750177112e18e63f85562e4aee39ed483119ffc4fdde5017e8bd00770527b103727f4a574eaa0865befe70902b8ff7c4f2c348324996a7796754d776045eca8b9054baaf747d128340925d6f2f3707b730d03491114a7b47ebedeb3d67a302f309e71abd7597a6356dfa3c0140a74763dbd6cc051e8de7b743cd8a2eb983c8b7d2f021f79b06758a16882e97afcb694f45b604f44508f5335cf9b2875c774239939eb3074dee698252b145e061617098eadf68404973ea144cbd3dced9e86a5a2309a67eb62fd4eea8b0c87e2aa478383ffa6761a6372a0d20a247371c42aecc7d57f0d856f52b10becd7570ab52cd84377e8c530720a5c604640c516ba00a8b0d886684b4708b074f150911caf8f2ef0e60ba1bd4b58a35bd11da2b5e016b773200ee91a1cad23a4c4334101f977125d3fb614b047dd5593e9891960c1373e9d48d58012fefc2e55583a0b36d47d89ea73a06f96bdc0b723c52e7bbb4d52fde6d518de51dab990101adac8ef6b66d2ce2fb4a28f7f8b4a874f336bb580dd34e10245924c6b394d2518611b74d955cfe82670f257a3e2771874eee49048c1d75f3463c377587482d154ff0691455a7cfb32bccf49821086d27d64390d1adb6a1afb192565ce463b2fb2d039a17fa2005451d2fabef0dc30673d60853029d447268adc460494f33e5048453dc91821778ae9a81564c867320aca234e564fddd7596b123854028e3cc6c4dfa230093ea1084c3649b710bab1f70ac5011ac5d03c74662db0a4ed89875a3fe4cca5c9d4af9abc3558bed985a269cb28f43d990fb4f2dc1165f2a7be73b216877702dd31fcd7ea2d15c7115307883430f911edc2836b219ca3dad768ac2f753e47cbe25595b79595fe112aeb8b79684d8498dfeda9aef4a73d60a8cb626f3c8c9859596f773f976eae8781a8b7531a903071a73d1bbb13649ac726248547dcf076de85d24df2af4f766e17ada8ecbf46191537b826e32aed41a24ac', NULL, NULL, 3, '2026-11-22 16:32:33.054473+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 5, 'in', 'answer', '\x01c276d24e4a19c8429af08f6ed1a6fe5abd1c713c748bd50387ccf2a70d6f93a1ebf7d50f37191c98884bf43bf00bc5f666d330e88f625718d8d77b213b29db00ce2b370aa91c3832c2fc9580dcf6b93c53f8317a48675d991e670a5bf48f71fcbbf528e749b9ba847b116d238f90bda2ffdd7a662c5f53cb63f15e3560b46e538c3b88f8604fc5c9ccf69704125987bd3ddaa3a71fb637081999110457212f7fe5c2418e57cc92188b24d8429f760c36bba490f11cacc4f18c1c9cccf434eee497dc2ec78baf402b4b6fbf5d0f3023874b3c3f145a2066d2b2ba955ce3bd0c2c927e7719ed098a47134a9fa48adef75a29de48b4338f59a90d80400e603135b115dab1bdc35b6d709a1640ce45e7d1fb0ce72bc60f8cb22780ab0a03c5823085ce39b113cea1b1cee7f0d71ed4c293d502de7efba4a726d8e022399eb180b05f34b97123c2f4c845083134942e41a26ad378f2a34fe7db09ab0e659e3f1e31d9b89a19b9dcccedb12d8b5569767214779bf76d1632cf2b07ed145d97ccf7cb349024f430bf44bc65b99aaf566723407e05bc98e3ef3660359266425cb7d8897b280cb0d64aaf2a4885b191c9bbb9d90b6a98331fb20b1c2f0f5278765f382aeb0208e79b933ec4e167a8acd9217c95d761e096cd75b0b06f9acaf65391b97cee2e9d155919cad22f1e26e277e113d7a6565810a6dc80392fb4df9427089fbad982689ad10d5bc0c124efa1018314ff8fe8ab9ee3c50f2dec77ca5757caba6a935576c781e4ddba31efea26a1b9b4776fb65d4577e480803e', NULL, NULL, NULL, '2026-11-22 16:32:33.108327+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 6, 'out', 'reply', '\x0168eb794c57dcfa4d4de15690f065ff807b94f336a18324d09c05e0647e18adcfce81860574821120c71e893d65261913b71d7a7eaee3fa1b002dd64a8b7fbe0e9cb9de52ce41aaa4b60c086309cb1e0146bff072578fa5bd73764db62803eec34b43600cbb38ed717f89200f0187bc2d4ed594a2c2dc6194bb22b6723c9e6428f9a7ee0fcd46006cdf6edd81a4d38c07cb19c3b8f92c9892d962c6aaaa36d8712c2457ec03774079c883eb05fe31f7a31cf6068a1ea5a0e9e04e224263d8b98ab2ee259f00627b4db393536222574036677174d63c2fb61b9b270560bb19cf7c6adb0b150f9c09cc547314881c9346356521f21f72d9bf8773c653c4eaf21c10718dab24', NULL, NULL, 5, '2026-11-22 16:32:33.149136+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 7, 'in', 'answer', '\x010a21225e34d298383305d6ebc4889ce8aeb918d0a7d9e055f6bee3f75e6b96b4714adffb60daa28d9a1e7cbefaf51548906fc95ca669872c558555bc2dd86f77c25891bfd017727fe80ddb02d3fdbfe88e6dc17b0be79659d020d67ac54d76351a421986144f758618c3589ace4fd5a7d8e7fbc6e1cc32687a1d970d9ab75dfb5c95cc38b49e3438f27e7d7957f7f5c048585e15f8e31b86555af088bb87b97dec29a6e3bdecc27e7c01ff920c0d3ab9b6f6e2127444fa7ecb2d153224df614ff960109f25a0793cd0634bf3cb41160d3221dfd6197a4d997401499f1632f1136f46f993efee9fdb191c4e1b67dd7d7a18559f9e0ffb11e98bdb662b2905d858e6ab0f646249923f5d2f9917b6c04be34b15faf025e940ca9f3bdba2c99217af732609915de603e5a9f5861aab90003e262c3c262bf6ec24d00e498ad8c8039bcd0f4cf440453e126b9ef889992c1e80d2650df1d35a613e5ab42f20c2514d9227adb224a9258e23ec920d86af0c4c16addb589fe1f8f27dc7e6bbfefc75db580a60fd5458554e429922c2f7f62b8fff0a13584f09886eb35f8b530f6571583a932e5dbbb48f72b34958c06fee7beb8b17942dc1f5ce3bf318f37306725dd50f222bb337bb3112a23d9c0e95a071cc00f8e9b3eab9e5b20f77d30198507b09deb881eac855d0d306d0e44710db94726dbedfb927d67c8b6c31fa4a95602325b20e8fabf82c872ef9233049dcfa8c8388589fc6a52e99ab24f0b6720225e9da9159e8362ff6d59605096b62a3e287e22bfcc2d28155344260c06f826e456d89843fa5970890bf312a1aeb367392ff8d1a5ca01662301cef8ccfdbf5ba95d478b94e46955ce4f836a6de9c30df0937684e78b44af455f28e8a52886139ab1d30319b7edbf472afb47e4fc4bc7f3c085a185946cc06ab719086b4311bfa9738a99d9c295ae6ec58e73521b40da7ca00550a51daaf1e4a4ceb0a81a1065ed4963d255c639152a58865d7174ca84174b12fba7004eacf6eb0f9df58985309bdc93d83f809d07a00b7698ab57de5662e1b9c1d73ef16121a3db4584443bd29da2c5d7623545a8a27fa9a8ba6c331c5267388b6adcbfe989ee6b388e6f6676cc34d2ed1906df128e4b83952488a17e60b7578d691de8d0ba19e4b0b7ae5c0bc06275a19624ebc56b81f66f8f4216997ccb9f16b2b2be92aef04a8db19a36a53a4d11ec7326b930b1aea9c184489f70fc666793ea1c293c6a2856c72e71817f8decf982e7166387b0c0ac4c94d077ca8f673fd45cbebd6c507cb1c69082f196578c4f31e1982be7940214acc7f3d9f33fce0b4742ec6b95693cb5a942934296e791656cfc38894802c310ea507c7d26d8b00b73df211c696d75e2953a7f2d58acc39e59800f435b21f2b08c1934389ba24dbf821e224641ae23b3cda98d23a0120948f351f867c82da14f0efacf55ad6e5ffa66282b2b3d21ba91461c35d389e404cb92e15c876d21c95075ed42f6ee7e91276bace6c0cab9a55b0b6c748734a698166cb27a24aada7df95acf9136bbfde176f0742e2428920ff332e6185f51a281772b1302d118f07e3443de86ca4fff969890b1af6d29fb3140d984e96446fdf9c7ffe325d9eeab3157a52490c30e317a6a50489042f1f27ad2af94ac67184226278d3693616367606b20d83699a678e234bc4e917b823139f7e4c0a51078248f80ed8995cd804808c15a162d2ccf548c2cfcec6afa7b67a0118579f6df3d53f19f8e620602cef65d9e112cd439052558833cb2c95cf69ad30169118914da47f1b83d0093f7bfef8afdef505a2758761b03aa2634c11a6bf5cf243a4887b1a876bc18f1c2075218e62871b2ff3461668a9826e7c19d6e448f0a7ef41c0f1be5f41b710563f8150b76f5ed4aca1807693e44c7d71e1fbcb1aff64828f09c22db02ca093ad29c20baadda780378fc72c9d5ad755b336716f80eb9446d6bbbb6344ea3db464e760e36927430d5426e657f4a8d4e1e55cd84aaad215fbf471ab6b60946ecc5c31c5b9749e29e73b7b414f952a5537ecf9a552f8a11e457128305675bd9149e00eb36681330dbf3857807a56d5b8603fb0976ff8098f428cd237b4a42aa45659591317c1f61567c1d0560d573f997173c76e4200f3c41c6f0ca543b1458cfd0708433b5520644acc77c18b850bd6e4fe0fb7861bce6bdfd28e0f738c248fbf2e447756a20b236b43bfb7d0dc06f9a2c1a9ee75e3ff6b4126e6b634c6a340073e1b467929855dce793b6425a1f98f85fd3594a8d0bb313166924f9c1d02c49759140afa82fd8c15848626bb91f9e3bdae3759931f57644e53eacbaf18b4902f1c5f90781f801b0ce0fde5f53781b3b46806fbcd7061c8a74f11777ba020bd8e8f890189171a97f64b17f4b82955bec7b4511f188fd8fa6eabab0c0db924edf7c438debdff6b50e38c31de60edee021f021c73500583af3fd4fca3c4824519b6f9da34b49ec09c983a66eda483021e7797b8b7e2e6f2ccafdc5f3f32a03df91ba3cc77993373408e43cf281c9cf8e189ed08eb228dbe295b63697608f7965922826c81c2b94d99854affac42870c568e29d1ccdf82c2d66e0c36689477ec21f4a8478c2d636acfd9285f162c40bab8bf4b4d53eb98b178260d6037b7fa9ed57b77b36f9e799673998b69e1f69d5bee292af8a5a759b5c822939dba2e7091184496500165f597a22a577930ebc701bf3e9366ccd40b43869e43a5324a16e12ce4aec28ab740c98af2e6ac949fc48e2d9184dd6b19784cf2cba471f08fb61158e3f82056aa8db0bdfff34393402993def7585356d3969d71452b81b8817f63b182b5f3a9a669ddcbcc00bb83d1', NULL, NULL, NULL, '2026-11-22 16:32:33.207253+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 8, 'out', 'reply', '\x019ca2c1d8ebd3cfab5d846269a7ec9dee2478dc966f7bd516b12208f97307264d9c44b8a65c1e26ae8c6bf1212c32afb56533df2f783324ca0d93485c1b34ba806934bbf76e78b5f331a7d1d51daf54dc170d1922f4896e42ed7c799697b2bf53806e2d18b1227986dd55540e9788dd1d83fcc2aa7350fe82804ef5e60bc98f278fc3481305456ef804a4644b0ad7853c37299e19e330ddb45898d3ae40ee0b5476c09bd060ba6cdf32a55aa2b7a9495a797a530f1f79479e9eb34bb3786f8d9073f668f5c52c719d8a5c99946646367feebae269dc34e9', NULL, NULL, 7, '2026-11-22 16:32:33.252039+00');
INSERT INTO public.thread_messages VALUES ('hSpdapEJYRIl0UMj-omeCPGvlOcQGw-T', 1, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:32.570009+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 19, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:28.985425+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 20, 'out', 'reply', NULL, NULL, NULL, 19, '2026-11-22 16:32:29.022983+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 6, 'out', 'reply', NULL, NULL, NULL, 5, '2026-11-22 16:32:28.487946+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 7, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:28.531393+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 8, 'out', 'reply', NULL, NULL, NULL, 7, '2026-11-22 16:32:28.568609+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 21, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:29.054588+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 22, 'out', 'reply', NULL, NULL, NULL, 21, '2026-11-22 16:32:29.093184+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 23, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:29.124638+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 32, 'out', 'reply', NULL, NULL, NULL, 31, '2026-11-22 16:32:29.47992+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 33, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:29.512312+00');
INSERT INTO public.thread_messages VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', 34, 'out', 'reply', NULL, NULL, NULL, 33, '2026-11-22 16:32:29.571486+00');
INSERT INTO public.thread_messages VALUES ('hSpdapEJYRIl0UMj-omeCPGvlOcQGw-T', 2, 'out', 'reply', NULL, NULL, NULL, 1, '2026-11-22 16:32:32.604091+00');
INSERT INTO public.thread_messages VALUES ('hSpdapEJYRIl0UMj-omeCPGvlOcQGw-T', 3, 'in', 'answer', NULL, NULL, NULL, NULL, '2026-11-22 16:32:32.648185+00');
INSERT INTO public.thread_messages VALUES ('hSpdapEJYRIl0UMj-omeCPGvlOcQGw-T', 4, 'out', 'reply', NULL, NULL, NULL, 3, '2026-11-22 16:32:32.682913+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 9, 'in', 'answer', '\x012cafb053eb9f22327caf13cf860edb529f1d584e1b577be8ab4bd9b3c74f20e365430309767f8f948ecdd2f8869006fd00901a64b2a29c50fc0be24d580333b6694dd8e79d1a1f16efc6150f90c0d5de841d7d5692351a71e5b338891d2856828d32a35d7ee810e8960254c986bd56f3bc3829c31fa3f357f8d9da9b5d206d5819f6eacc37bef07e889a004ae7d7e41808f8eae2a36c35e4225dce824afcf36d28ce81dce441bcfda9e54a6cdf54f9ed72611f79649b4a7c0c0367477b64ae6fe2e5c6eac8a1c409a95f30fb3fde4ce5d77de013eb48a34069957b6110aa7a1a634a76d8b757ab682222a828e4cdf6bc86cbfb5ac45ebb4e58bd7c25ba27f0a8dc3ce411fbbc7b7188898c913c9fda886294a797fbc024c2c35d00ca203e9c7e1a83d20c33915ca4e87128be1f3393211c651e5b231440eb21a2d4afdc010eb9be7835846eb98f490cca19342df8f3df146d83994f084b997cdc97f1621be7b9f3e3702b9a1e63af69f430ae7bf5251aeee19c3789fb07092bfb24d523302c8083d67672351efeb5a6914ef6195db6bf39ac1e1efba57a003c196a67b661bda994eec3c7c90d5885a8f82af0d3a90eb4a64f461e9405b5e13088151aa74af3c45e0c1122835898cc91c749366dc6a6d5de04fbb49ff6f2806fdd64d6ae464c26578748f0d68b926f84a1d6f7ee33f3a61222c6126a440b25729dcadfd47054ebb7e4a0419e08048222facd1144b3da0369331b551330e28515cc2c88cec28b9b3a1c8ad51d91536c85d6df21b5712c757298fef5441b2d7dd6f91b76a504ad455fade3080825555e08d50bcaf42ed5230d0a93f8760fa9ba7d9bd94395ca9d8ee8bb1c9ea5e973772e7ce3875a9d94561cfeab2c1a4f2986f5f4f158a8d37f5455466df16d078ca3337bec6c4715d2a78e5508c5d9cb0978b47d9af22ed1198fdc230259ab6698dd0fd23faac04d47b27fc87c1fb642febd4be7ccd5a266116ca65cbc9e3786bd8aee1671c8e28776fd10d087c00c194abc0816fe9219526be419e48101448e97f695e5a4f9f472bf1fc99de31ba07970177015c3ce0c2f855fe1aa1e531d822163b8f44069d57701d76bdc0a8b4cb13d71c77ff2794339f4b3a3204c284fa5f4dd8b42a44fe03cecfaf4ed765c9492ae54f28729cfae35a29d55ec1e1400932aefe936667953a342589254541643d86fb9240358babaac2fc6e4381e4689270d6371e12f17d6c287cfeddffe8373a8624eafc5fafaeb4c0b0f892a154395c220b514e1e539605dd16e38f5fa1348da099f402b2d779c05708a61ca07759e8b312eecda1a58a621a0d16bed8298c1ea447605735244c192fa241e307b4a7fe44394f861a6b88a5d10625909e96cf9daccb9dda20ba426425ab8c08e74024b7853f37fcb41b82f11cbe2bfcdbbca0d5961242feb5af573213c59095cc946e468119b92bb10e7b7ff750551ae8f60d50dfaa7b867ff28ffc56a48e1dd7c69752666025901e30b5bd8627971943bbba07220683e5fb2fd53138cbd024116efd8692ad176d8c3a022c5a4d5711a48ecab8d5b881db0b22308a8d7965f8665e05f145e31bc4e692556f31209593f7f16a0ffd0ae7ae70e142bb2cb98e2464369d49e2e0b7e000d27b51d1b91a0', NULL, NULL, NULL, '2026-11-22 16:32:33.295347+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 10, 'out', 'reply', '\x014f7b53d9cd4c482f75065746869f3c761e5280c263ccb925ca534b2d4bfcdcc299f8c84a8330a0b155d38254519af638066bd4f07d691fa3388e8d8d0764ab10b78002b61f67bca61b6d3d8feb323f36e73f524452c179285266a2dd91712e8fa75d7f27b153a6f4d9140a9c16a6a4895771d5a2e086b6c3bca786fdb12f4814e0910d970f3f03081a7345efff9f6676fab24ee606164076cc9b91f538150189d608382714b3b9e109b8c3981bce3921a8c02d96b95624e9af275ddd893481a8e1bae1b90c3c77752cc4a137acac15f246dc704c9ed6c2', NULL, NULL, 9, '2026-11-22 16:32:33.350959+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 11, 'in', 'answer', '\x013126017458797aa7004db139b0015e69a2433d1023b8bf822a2bc4610d6e753aff745c1935ebbd79faa80daf7ef16fae0f4c615d8a9514b193d837b2d725cf3d71cc389c7c09b16c7f1aeb3571a7b10058cd7d98484901d07c738a77d42687a281e37154713d210b9e02657db99a9ea9e05bb950894d38ac7e301e30d95ba0f37ec263948017c4c2cac82271dce45b43a94c6cf6d381292a5e979a30d5ccfdf2b04fcb07c9386420c0a816ac8cc2c2048cb42c43e9661156cbeabb9eaff7080fd0cf7237ec7717b40cb512a62a4ffe02496179c01c050456cc5a12211df253f0116b0b35dc256f1d77e7dda116bd920315849c0df2cbc78e3607efbd3e1f46c4e74838a9bc9a2e5e31e93f466ffc0e16c41cf86ca0c6e0c376b558314b2d376d0ba24195df55347c3e7768820a379f3c0988e168edfc3e2d25fae1cbd35a6b95ac17369f6b00c5bd16089e5f7c6dc0dd82282d26e1d2ec143a2639a1354d785cbed6e0b9302a60a0d6a0ba9b72819eb7ee6e3c4c0fed76043f2c918620809923e6c1f2e3afb2d603a43796208b4f3fac913bfd20bdd88fcb44ff9a1e50758ca3223a285780d9d1fbbbe0fb4005007b511ad805c99e71803c6d3e3e0b3f35e7d29107c0f2739e31c560bf30b28f44c9023bb8f0d1bb54914f9b970801d19ee5ddc42f7ca9655bf263e39f79b7ecd119c0fbf0ece95479ae76f2dfde1b0199be8e1c1f0b715e8960b3b2c86e292dc67453cc1258e4624da0973ccfe7b988d2c2793c62357bcda5b111bf9a7e3186b4b795f4d08ff9d105fca047b5e2550ce28823c60b1a8441f67afcdedd7d3cf101b3d7c5e7fddeea05c0067412e3646b825a274e4f9cd5de56852bc86e9367cf891aa09f0005bdf4f149badfe33d7d1ec2cab1521d064bd930d524a57bd7f3159fe0909481294d9a0a7ad867667d91adc277d6913e907634b3e49e75cb12125ee74ae143c5e72f9863c63478d096a90cc088a54a5c42a28a534d679efd2bede900e19e57d2ab5f4ccb04f915cf172ca9516a95f7267813c4b8f28fcb91aad3e29b2a8e90e3dd845caace1e76493192af14197cf729f356746a56c399c907d8730dda9cf2a24f9027411e496a74018edd78b70500fec0dcc371d905999d5ab8c2489299e742691defc8908e6455b05c8ae5e425e95c05c1ab6eae5a8d0254f15da0ed48473f649aa909c7a97315d5feae189194d7495ca9a3813487343bbcb4afa8aee306d8b35e4e77eac22948dd389c1555e5018796b28ee68fff82eb9bd3d2ca2ffc608dacbf138f1052bc5f3bd10eab9f2ae9f75846894a2ffe3788efefdd4c6a26b800995eb2ff6635ff05fd4b848b75bbbce94ce57dba824284a39d24b692d61d0f27965c2afd63db0fc22e2e8dcabd1c8304afd1fccf9a9174e93ef1526e67f060e81525b1fe2c4fa5645c15507d8c9dfdd6464a67be77629e4a18d38f37f05de32ac31f96f5e72558992f2b9c3e496a49b75fc45db46795c35ab856e8f614112cd08f6e5f2f08008af602b9226c379acd34746300038b3c8d07f503139cc7147eb66e0f89fd40e0cf11100d0a05d73866d892ff6a194df202ee57e269efa7388d9f112d691678657d6e8b70f5a4b20951349670efacb7316587db49d7c0b4c794fd49d88d6a600cb23145fad49bc72d7ac66ba8800b2a42df2ff64c', NULL, NULL, NULL, '2026-11-22 16:32:33.413498+00');
INSERT INTO public.thread_messages VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', 12, 'out', 'reply', '\x018bb478a49e3fc6a27392c94c76f4fa08a5f1d6508082869ef06ca94e139b7ad0ab2a18706ea2d66aa5f66e5aec38e8a5464fa38ae33025cb97e5458948a46caaeb519cd9d32ae266b7b76b7111276e39dc1df7ba11d5f3afd071b7cfdc880c63a0cc4f2b87a224bac448362f91cd8aded14fb3dfae6e560fd244ad8bce2e26140d58ed242c2556e58023f8962d3c792c99ed47aaae027b4935a553587fa3c30cee7fb4189bcba860b86fff94756c90a1366392df5b854e3fa6f8386ef8a5c5274b7727283b7903748d56aa1a5192a701349f928b5a3e1e', NULL, NULL, 11, '2026-11-22 16:32:33.471043+00');
INSERT INTO public.thread_messages VALUES ('wk-RD8sraKkM-33VyJZHHzNNcTYR803i', 1, 'in', 'answer', '\x012108aa74d26f25953351a9180842cb932fb44ad54ea7139b568afcff0d948ab74cfd74c87615c74382ca6eaa8d8e6a00a6445a0952534a522e0a9ba44fb97d43afa5f2ec62c79d802c3bc9c6211a40b505aac7268b3544e02e47f963b3b18430fb6c21a0c6522acea97616244fc38a19d9ca75fd4e75c79557e67068ab9edbef0eae3ed93e1ebf15dd738c813c007e49e9e9cea9b6e8cc23a75d9b5e4694fb3e55d59d525ff98d9eaa4e6289ade0366caf42e756c65c7dbe8fbcb0e31bba11151aff633d1b33e0503ecb7c4ba61cd981de2838c085901b519ca50cd680d61596877b39eb05343aebc69f6ac28675363473d9979c2ca1781978c3f9e3ddf692c33eb6da30f947792430cf4cbb5bc7bc53e982f262254cb84023b4be4609ec2e24228e75f1c065539ab2df3f42bec007f81eaf56c26d9835d4c6fff4f71ff53ecca207b5308656f29d92ffa685db8dc9bfe28419f2d2c218b41edbc4d54a0cfd0a8afd64a349855e6720b2788a5103b647252aba7743a00aebd43b0ed898f73f9f615fbbc3662ff4c4111e8659903f3d1c2e225686e66d3a736a9452cece3be751e3ee5fdad738fa8644acd4145afbd4f1768dd738a36cdd96b8a523612d188839d3b142b656923cea643d5f0baa911430c898e30883bc5a8abd32a93aefffa67b82e6f716dc8465a348676d7c9a3338af5ef75b36540ea084664d3a1a0f67dc515245755c429714bfe22d5fb3a74a90331efaefb2f931adcc260c22545765b3b49933ae92d815721993b7205f4f9952c1eacf0cc04b53bc3332cf34748f246595bcbb7e9fa1bf7f96ef677f1cf1c45f2de642dcbeeb19c7c5daab5eae63399af6d07cb61eb39a8022787ede84b7ad9699befc9647c240f7984e7b42b732995d3f8e4f9260cba84ed30421f19e356e075cd17a5d8ccfb28cce', NULL, 'db71923e5ba59bfaa654dbee958f01b0c0d9e8f07c94543a9c86a567244dbfa0', NULL, '2026-11-22 16:32:33.631241+00');
INSERT INTO public.thread_messages VALUES ('wk-RD8sraKkM-33VyJZHHzNNcTYR803i', 2, 'out', 'reply', '\x01861b5eb9bc591f248859389dd6d17ac2d483a3de7581592240bfc20004429bcd5bfdd740fefe1bc2c79fdc7165c23591b1de2ea99029eaef91e74aee97b8da25153c52b3ab68ced631462b6fccd87264a7ddde06a3d1f8ee4052fcc167fd0b6ebda59244e3899f44f6a518a645cb2f2cfa241aea92f5c031cbf72bfac5541b0c7264797180cab140fc554f126851d15ecf3753998589ded177850625ede0d22722a314e4d531dc5706c3c6f498e81707bf56876b9ebdb4835e81c03a5c295aa3f49015c692e118b29d9552b7e445e621daba4265f26af217b36464e44c5bc8cab4cb38a8aaf0bb11b29f77478d4664b0182a3ba5d79699fe17fb207056858711fc819f543338c11f8e6b094155a7de4eb72f36f209226aad8b0d18dffcc4f5baaa0dc62c1c79d7ed52d39a95a4ed75c2d028ed0a5b4a995c3bbff4ba3b96444800a4d6d019d9ec35d787303a0d7dc8ab9c28ed1d89e22c25148842c0063f9d6a361359acd0e9af1d255ba656f7e006a226d4c3ae53f69c9fbd962351a366affae8601e1ce7803a1a3db176203c9fa5be3f0c9ca3ab62d9beac18efcae4090693262835763a2931b7db2296d86dcffbd550a58127028685a082431413498bef5a5e91d46d70edde1220de51bd2736417bb532b1cc0bab4d0c86e980da0d357970545ac77ab3e4e4872cf8d98d9d94d01e5dcc3f610a8013cd4d2e4aaa645bf49fa9afa749bbcd585d801e9ff61611385fcd38947e4e0dcc271d4de4608126da902a4b085ccb84762c8d217415ac462fb33d748285ece0a2b3a75eaa5f71ff0df6b785630ea5ef3af1d06109c821ed97359170fc19bb6eb7ad0a4d3a2754615990e07aad21392dc1cda1965ad550f63fc92364b284fb1174ff626caae3', NULL, NULL, 1, '2026-11-22 16:32:33.713223+00');
INSERT INTO public.thread_messages VALUES ('wk-RD8sraKkM-33VyJZHHzNNcTYR803i', 3, 'out', 'reply', '\x01b7e92a9ea2132cb3c6793a9dc41158a0ba05c17b282677218a9d435f0c97fdb8b98a70d25d02d5e0db08d72f10cd3ff27fbad1dc0142008969eb64cffe256a6836a8d9442b7cd5186a7ab5899a391d5b47686e858a4f777a4ddb15008d67fed10193825ec9bef2f75dc9eb2af8af77848646f5efb26e2d5a97339db6f4c747dec11cb40f86c065b6caed5fe6919c0cdbb3e5a302e2dee828bfa9a0843deac5e120172208e45c97b9002f3ad713cd568fcb7bb55cae95a0584b112991b051eb7629014ddb6a3eb5b4c1ab9c78e8e74d6c794a0c83c641c4cb1ef7f6be7824a54e7cedeed6053326b35a352cf19cc3189d8312405f6d7959faf33ddc562ae45522c9eb00d48c2cbb4382a279e1f6b6455747161508198e010ee7544b33419bbaec80c94525185fddb15f612d9ec77fb63c3506656ae9a1ec81d57787f04ca58b1223340f45de1f3bdb32cbc7620f61a068f2da38e95270ae', NULL, NULL, 1, '2026-11-22 16:32:33.716987+00');
INSERT INTO public.thread_messages VALUES ('hWmkTbZdA22l9LZrTAQuQfDqSCjz2boT', 1, 'in', 'new', '\x01b56075a64d7254e4c08be0ccd10482b6244c3401beb88dca512ea97cc67461d22f693e01cd21c8fc7f5d8f2e1d73008cdae2de33767baebda9109aa0832a9bd7d8f9e9a1b57b59f28254ee04ad7882c85b6488fb9311c2419c3d9bd011d0866bfc4b2909ba654f6f15bd85e820ea5a9da3360695add78af4ac1b3eea479825f2e69e2519c7cdec144adef435ba3037137d498136bca3b010192ff89e82e0dc72fb236e0c1cddc4ed83312fb7cf4c1c735f108f0287ebc57936f32369cfae700af669b2acc8b9ccdb29123bea4970dd64ec3f3162d81df7fe4794c2b15d755716c0ff9e11ffde95fb16381a60b77a532898a5b8af926711f40a02a0c80943ba30f0a4004b693df0119b5babb763cc929b667b432408bbc7d8f7c221d68eb26ce29b2a1d2327badb9f43a8a1c9fc5e97c421639cdc6a7e2c7523e4c79ca6e92b46f80d3ea9e40440acc70e6aa496ab8ff9a8fc4dcec2ecd20f88294ff6e91a50ce747ddea1b346cf148d9888e42d9bc26290a342dcc87e25afa85eb6bada892ebbdf8eba049f4dab05717c132e947060b8c260bdd35f1fa17166b281cdd5f2fe401df7ecbcbea24d3915a92a09aacffa7864db076a2a8c191a700904e9c2d83dc323a4df0fcc2da25110cf2ca484636f4cd951c4a8172fcbe1b46743fc0955297cde8677b6fe06fb73a263bef4f99340acd2466ee85ee8d928552d7431caf46affec2915271a3bcc19ad5bcf82e369d870b3d54432d6de619339230c69fb1bd4daa03b293caff71c6384ec99a1feeec121092fd12bec120fa0c13a914b699450e86210028c9351211a73', NULL, '38f5d1c968b847325eb4b0ed93f6c872c068eabf22394fc4336b0ae51b011b57', NULL, '2026-11-22 16:32:33.838224+00');
INSERT INTO public.thread_messages VALUES ('hWmkTbZdA22l9LZrTAQuQfDqSCjz2boT', 2, 'out', 'reply', '\x01f2cc273096e4b2f5ef81aa7922c6529bcc2187b248dc43c06db256b440577ef86ecfbd63c216bc0c65281ada5436ca2c0b5f1a2c3887284b7ae684ba2bdfd36d36512810383b82430079b0234a287127fc00a71244b2ef6a5e406f5f3ff83602e27a90cafd4c2f499c855795ad0d04b658d20a333676164259a2c42e57695784c56ec0e3d50a40fb119155a298c2399515137c3c2c22bef4a4bc69cf79c5f0ec4ac2fc19e73a77f37a15136864a7db7775ce7a1a8096c4c5a386e0a34aa1ea1a064480ad884aa8865e2cea9ac170955ad16bc3019024f5e23962ee69ea5ed77b60febf1ca9840e02b1d6e9fd4f90ab03e7bdece42fbdf60b8701de04573240695bfa90c8e4df64db1e5127071360b805aab9c8a043cb709e4b0c7b582528834a5dd1bf92e435dfad55fb007fbe24eaa0e3261b68576580ef8d742cd01e9460ac118011e4178196cb7cf452326f362d12ffdbb690d91b89294511af2168b37deffd215008eda9e15bf2eecbcd3ce447d5d309c189b50e587bc26a0d4723c26281a401dfda7217d65829853c25c493974aabf0f0b5d90bb86646ac5b6f0b3f01b99c1edd6b4186a93c70baa52c597c605f41cd8cf84635eba7c0ee6e3665dec3d45d8d630503e54e166256aa1b61811a5476e5810b5121404d3630136f666c324c4b7cb509a3bf43e10b92beca5ab495594f8659d3172e4aaa8c9c31c7f3d775afdfe5b8daf391b3da71d7bac4bc52d9867f0dc163d728fc5330e4014a32ce701aeb49d968de548b775cced9be2bbbc9d9638a9f161cc3504ea1cd505517a43cce8ebf91958e0e28160f017548ed322f89b43136ce86d46d3481655a335651b891a5e74eeb9fd488921355673a591bdfb604ae1a14eaa943f37f70da4141cd2b8255fe6d81c9344174bec66ceaebca5d3d74df889bb6d2a95bc2b4dedb0185ccd88d470d7d387f94bbcd4411ab5fdddc9265ffa0e24cb4acc08b79d77cd42fe8bf80b0ab906ce8e8c399044c02bd', NULL, NULL, 1, '2026-11-22 16:32:33.883278+00');
INSERT INTO public.thread_messages VALUES ('hWmkTbZdA22l9LZrTAQuQfDqSCjz2boT', 3, 'out', 'notice', NULL, 'alert-acknowledged', NULL, NULL, '2026-11-22 16:32:34.184721+00');


--
-- Data for Name: threads; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.threads VALUES ('4ACsvRLBXcGX-sOUKh3VVJEsDJF-ZQE-', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'web', 'be7ff21a532d61d9b6cb40d444fa33200545d4225d4417d6d54629138331851c', false, 'professional', 'sevenoaks', '70869dc1-bff7-4b9e-bb73-bcc14a04dd05', 'submitted', 'FD-8VKJTYMT', 19, 35, 17, '\x01d5174371d69eda2c0ae4b68186fdb749dcb320813e4846bfb0e54e97c6dac7538763bda18935c084b80af4460dce3be41145ab868d1372542141ea445170e306f3ae8dc9744541978cd7984271b214684d5da973efdee51eceb4ae02ef986394138d98b98d67c9b148b2d999f8c1ef305dabc58ef71bc75b55a3bc85cee2a1a1de406b2115c387d0d0afde5e8f13716f9f86c3aa50205983df98364291a9e3be7372e9dfbcdd0cba111297327562e09b73216c263751737369033b7ccb40486f0eb3c005741a385ce1a48c29fa692a85b096f8b2e2177b05c35cfdb7baf907045cdf01473020b8ede74416996370da6fc176a3b992a535cf0743538cdbf23e45321500a04db80b5366289b065f2efb9a8c927f93fc06e3b5b1448d05184578e16c966bf8d6a80893f5bab351abbf754271ca14748e732872283976fa75c261a439a38ca7e677e619268b8d10386d0d9b55cf92b72c4b8e0e35ace0d8bb985077293bb5ea5480b456dc5336c362bb93f91eb88e7eb24361c190748223ad170ec453b02ec08e89ddd771e322c44d437e2feaa9dbc402630a92cf5204e0489fcacc81effd9e2f7971c312fddb10c75bdb1a4122707db7bf763d99306bc4da4b5bde81cd3547dcaba113359508f24f9dd6cb3a886aee59835f45037edea2a94461e5875949d022dcc6fb572fbb0c68e6cc813a74ee709bfd96fb19b1916945653194262bc2269b889607e3e4d15cde02e9e591023dfc686f61e11f86ee20f842db9d0a9b577b43ae39dbedcf16a1629124e0033c2548b73cf98f0edc4230e30e1dfa0ff1907f777b8d6a51f9b5747f91bce16371f887d6c68eb5ec0d77927dc9a84fa23314e443f3a7cada4c8353f062866615c64fc14dd908bcbf2d9c778e52e70528af0958318e855e61476e64ae532a0bcf50b8940010d954807b9996c1c5aadf0385ecd68f70745ba33777b706ced81682878641333259adf1351dab8b85ad108872bdaaf754393a98bd97190a807f65c1db3d45cc270df79586093eeb893f723739e0d421cf444f7e0960d5613af250adcdcfa846773c043e0ade1786369e5e0503099510e0840ee9fefa03f4eb4705449a286974b2b3afed6cbf79f9e6aeee9b580e7a33da5eb4ef7afd2adfc77096054d829697b5b29cf556674bfb232f664f78769fc93180bd9d69ee9c9cc82a72f17c360cf9bc1406e262e4c8b7f5bc808cfafdfca30912be429a35647fb611b1c73025144b70d19f386c4861c319213897bddb5574fd15450ea85286acb2a37e7ec3415c9758bce8340dc4c80732490c3e4480f8a61280c0e4d80a6b3f99212f67f5d8f96da2f171c9ee5a2ffcdb6f6c8c891239073f2ead24a2b1574908cfe4ddab35f30fb193580779c63eec202abc5b807c0fc5f8d5be104ccbda4a7c507258bff6b0bf77243ebb8dc4ac40063888262cd9394e535326e3922c6216b32a1c8b5c2d532aae699e3de1de93b8b66fdd434e22217d3fb636b8ecc89395d826e468386ab52f3d6b0727f6ca93b8977ddc006140b6e8f3637dfb59b31614d4467a222a0a5522c0b028b21efb3912fee0a5064e2724d41e75999e9e79daea6d4a4c77fcc0a9e4ff259e7501b4d2b4dac79f405c34385454d368cac55229a943748ad8ba7664659e801418ea15690c588f97d8cd29ac0c3571d9d9d1e7649a41141b0d9d88fee3f91cd36d56b518296b5e8af5d024327f022d4d66d749d78785c027365e5ecdb3de87727bf73174d96eb45ee3a2de5c0a20ce7114e49009322c54d25e29a5840eccf17cc7a7c68edfa75293bf251da5acbe61e090aa73e8ab78edc8b1cd86b2eae80559dccff66583d4029d27df1f26fb4b8001cc23271a09c33ed6e85dd82141f195385bd2317a5c38d44aa62a3cbd00ec55012c2a6719b6067147be0b10f4c435f43c3bab44d2c7edc2daa66bf0e10d3c82816fb0692864b4a168990ced8ec66b6009ed298763053f1468b790603e5fc472e941bdc2ec51c0d231e86917c6d9460a167fdd29dc35d90d4e94882d2410a366f9ff93c25783f5a61f83d3f7f27e34c1f88e5cf62c150f7968efc38cff158270d69551f1b47fb507f1cbcf8654d2fcf220d8d692e3723c61d4ee3e07b0586e7eba8dd0f0b6bc68e04ddf36b509ec3e66f10d3a916f20539f0a2a376c69973ff86d22b4e4cae68c00e39678584388f21d5bcbc3a0477b9608028cf4db9ca7a99a0e15208ca242f356e2855a9fd87424cae51db479c015cc8a702ee94468483e1a37e041cc7b5f90246dc0ba090d8ef4de0dd19b8f40fede26b05964c7b65e0914200bdfff9bd9858d93b69cc42605fe48b0599977332b49715461cea89892bbbc062376bedeba72632e2c0d74ae3a06ee367d37389e7000307c463649eb21adf1797302f11f52f929cb520f7d3952c9b9db1af066e87cade1570d5e39f1723c22af51e128417ec1b7138222cc52d1d75380f7d5a7ffc38c82e842fd98783be7c1ed4151200368ef2624cf9085ba41ddf144bf8617719c4920fdcf6e2ce42e30b43462e3019c3a47f031d63d09c24ebcb21c8826b8a48944279bd924f17977ebc177003a22ad429b2cb90234b1ee85d7af1822aa9d1203671496c7fb4af9030a37c1c61d6d6c1656c4d26ce5611b019422323130650e550375bc86d716bfe9a0e395417458c086db8aff102f8ed92422caf44507b453cf9a20756da6270c3d7795b8475a99137450d9fb99a7e8a2056e601319933e1f8cc52b46c45607dea39680d36f4ee688a76e2716e32faa4590eb1b0361ffd14f8472e229c0401c8cdd34c52c7fcbd2ba91c664b24d3462255007151bf305395ed3e37479f48f1b4cc60aa1f4b04aade5df1c38412332437e2b774ea1c660c68a21e17de9e6073c2c2441094b8c0eedbc3deda9deb6b61a76d01fadb8936ab9a0ad051fe383bfe5af6d5f19afafe480eb3967c2c04f7b4622bd357bfee9bf7bd9ee6b9e50921e495daeab074e068bb792be0914d82bad47fdd95be17ff2cb71f56e1d4ccce54ef049f73861349e65d6a417174ff55ec4ea62d58d4c8499240a27ef597053bc78df97dae2623eaccab95a95521ae39d51fbf3f18d064931f116e5c2908fd9b265951a320c783a6d50e2891468061ce869659d4818e2bf174569d8c2eaf59822b1de95ce6a025d9a0181e5327d10f675d3ebe59064678d5c55a8771753c2376156c335fb9a31f7a05394d0102fc5cf250978a75a4d94f09473875b6642574341b9b9c006ea8c9ad2c7217344b18a476a6bb650a315599a47fbdeb0ae4b5fb51c7aa74f3472ccda7dbf21536789acd1811d7fd01485bfcacf20a7005c4dd3e65bd66827a8010539c2fb11585064208995aefed7e446d613b73784b22af6de92639c186c4d440778f903ad239f6c725cd538fcac42569de7c262e0e17291b597f5e86f0472a0cf8118d06470ce769425d89290c88e719c274485f3cfd49d649474dbc78b1c192c9cf765febc459f9d296a566f52986f83a316cc783aa84b2319a89c86bc68535d3b771c3e08331a60725b0c584885330771e852a47028b5bf6bcb668191bdce445887a02a57d9ee816757bead272a40f35ff8071ed79df2a1c716e0de484c950f96a1c53c1740c8043dcebc12a97584ff00a34fa431a1d3d6d683bf004eed815abbcf4cdb4031698344f41ee3074119be58e2ce183c6caba916f83e28e53b6a3151c3fa1948d08d638fe79768f0cfae51739dcc6446e213d5de5e39a24e771983a9f3e57649f1e3993aa4dc408aaed69f4c68c493024da7669fddfb093fc17f09cb8694e42688c3f80459c2896df55087e7dec0d556874bb50b155b3bbb9bf651af7ede4bbae336c60640a16b02474729ab82df2adf1826ba2e8ff163656f3aafb5cc8e5dcb2cc1881c0adf1e167ba2ee3e79cb04dc2cd0e527ec8647985391359f555f85063d2b605fbbd9c44993f4d91a25659592ca0de445a1c9ae5182eb6944e4864893a08d677055a80be025300de4710c59c0bc27e5b889fb575a1e35918c88bd5f575982645e546f1801b0d9d432e45fa69080f28f27206ac62f5adb558c24eda1b3226ef10554baa38ad295abc9f3269e75693c47e0caef62c4c698b34406804d300fb15554bfbc604671e52f7672ec6b573d31fcf9a9cd20ff018988fbce372ef309b81dced3d0994b742a2d3c54f64b50c3800031e3c9f868c65c5a8df01a1083c4ad07e67ca2e2ba73b6eb25a36adb1f4ba7c5628edcaa45394e692eaf468d1609dd58d24ad3b20c42be2a4be545786f96414af2592fd61e46c737344c6921df916ed815f4f85a530229973aea5b208c3e19a5026672ba00869207e5e1fca804770c18499b13070cb60fde430f8a7aa6e548b64e4250cb659a0460a791e70d296c9c5f8b4ae04ad9ce7262a52d1fcc225f249a053a61b2b81f2813081ce341553e510ac5abbe1db74a8679dedd4a0b43102e98cbfd9b66b30bbb86ad1bc8e20394dfbbe1c8553b18c7d0af987a9cecef0b7819a8197867d4bf6e846af200e2bee35750bf7ac397e72ea7bac6bfdae9c60d3ac320514a7c9d9d655a1d3a2b420eaa78123a965a2485492be905b30a2a2fea4a3301364b788d73c0385a9f1f8fe811eacae784df2c5f52ec83b46fc69151f09790c036a739926328f62c75362e10aa36811961f96754e837c213b6cd175ac3a84d0593462793f0ea4676925e45fea22955844713855451ef52f7fcb3c0e79a13fbdcd79624d2ef5f436538aa1dc4ebeeb871667d408ac7d764841671dbb963a80f7264c32a955bbe902e9df94be302f29bd7d2ed6541209cd4ca07b9e430c3c4ad18e855d831e2d1348ef6158b1e38780375f6cbdb2607bc02d01eb08ba0489f22fae2d7c43edb36658f1a5cb44c2c8e802e396700aaa05a0e6ae5d194b8ec520849245dc666b4828f86ac3ee2f0da95700328a2c679c9a41bdd997817b195c37bccde89c85a68a4788dfa7e2813c2a1f174d54da505f658bd1c0a4e9c08e92ae7a7adfc4740f8e72b0ebee323691964e2bac2d9bc2827bfe4354f2b611611cf3cd4ec73b82ab17c267d5b23f697fb231f94dfb432ac98dff380c5286a6886b6449bc6663ded3a2774e72168e6eb7c1e7aaae24aae457b50753ab0d9b4a28104b068ba72f44b14ec0d2b89e5f7034e86c3a6530b6216b6f9f12394c2bbdfda9013248e93be72a494a5bbd207bce5ba8c41c7818e49ecae927e8335c8c9d239b15315779d86b5e61dad7c752e310086d93c6e6b7dabcae00e5fef34', NULL, '\x012109c7a70269b94514030a8f5e12fdaa88fa86d880c9220e19c352beb1183eff721d2b9cf93f7f6f2c323abab39e29772cecbb0b137dff9ccfcce725345f11dbf7255ba049d1a3e72d3436a64cc8e02c7cfb2de6163d8898f0c5a44d11a72407bb0de3697d9eb852eebf143398a0c10e1bae71c7f621c9a0af3af503ff57e9596abac55e41446a72719b9cfea94d28b14711faccdddc9c3ec024f27534fd392161f13319399e28c420b443908eedad0959a0f2e6eaa14d2a5b39ba078864f4c518497eb241af3be9a74bbbacc55e7612595ff719e517bdfb7fd4a6cf79f485e49576c197eb2910ddf33d1e7308a0c974000073615379a9ad38b0e338df6a9ea8096f6361fab7ff69fc5b455f6ffb0378ae467ce3d831c5e4d3ee9f44d3d72835fba2325559ed58e9603808ac4e546b5dfac62e61efdb7c15948566718e06eb71bd57e930da734f9501f7bc65a0e65e1af5a5146ce9a423234d9fca116cc088e0349fc329a382ef8a79b61cd9f3e8961ab6a3b32134efa1bd9e14b7e98bc676037284804506244201f8666f909e75d3802b767bc8bb30c1c54ea75e5eb304852dfd1187afd972675896898823e94857eed7e23901e156c51af6785872763c724535761a44964f6581a3642f88c15477ea77690a6b70368b6e3ead985c21a3b91a8d09b6bb16a3db1c6a1b37275f185f1fe46d7596cae4d4ed2acbd1330b50dcba720d995c1734137e5cdc68cbbae26bfce51f463bff04c7579f410e4691c9c7ce0a0cfe6cc633f676d62047698e4a35dd398def25f8fe375adbeb8735442d19d4b3a46c665124a4e341896c4479c2f745217e2b08e6f898a626ed1bd90a670ca9bd34be4ec0f9a78fdd76124f9231d480c12a1de00394adf32baf9b3ba60718eace4150c6fef3cc82d0dc4d39cf5183c09d047137e5c43d57cb247a91ddfbbcf8973195d2583f9dec015d67ae60fc6e9698a550f7392b32bbd04ad00654540bc6c2dcd6d8f0e95012408176259ad56a37a9a4891667df9b01b5f2ca32adb1fac0df207a6db50b2bef4cbcd9efb42b9c346cc5af7a4bd4e24ed69e46f6d450ef3b36fa6c2394a8344eef85f0226de63106f11d5c152a2d2dbb88957a18bc0c585fcf08eec2100cd573efa3a8f831be412e27fec5aa40e92249bbbf31263053a6acfd6ab87aaa66afc0abfd52f0fd068621dcab4fd00e6a27388317da7bc65af104842ea13dbc2d1e8f8676f30de82282ff325fd488f8abe4f81fc0ec0c3e4c2c4292067c38774ffa558043b5c21ad6c98e5de30438bc5a0dbce568f6f04ec9d2bab4ad1aad03f55c8fe8081f5b980cb4c452d9a95c01fc8bb5db839afe91cbc102945eb993ffdad43d9e0f9b5e8d93dc88401e81627e0ed746276a396daecc25a4d30563fdd04129f4f46919fac934f1622726d00ad2125ce1ed183176cace996d64c7686acd941791581911aec1c1aa83c5136fb096de61af82ad7a864f258115e5c7b2aea7415cd44a9c8bba5fd07474cddf5c10ddc41665ef44a1913054b2160386a847a6de59daca4c5c41b8c9c4131cfcc7ffa2b4416c3d81424d1b95cc2c0dcfdeae4053c6d668d4a1247f201a1a51d8e0d1522aa2316e52c8897e3846b9780b72a246304e2d84c8dc830c41a349e57bb0e1190742486f0447e54db821352650cd0debdc3db5e6a906b8d60e93080e9bd47157f5e48ce22d3b7deaf6e1874d71102c8559c3f92ada37ded0314bbeddbbf2646be724f7934df3e4dea55cdf096106f83f42bf1a2d6ae1567644c7a47b469860c4be822211b94b94f5a70da5193108d84366336864e0f211117c5fd4b128ed8bcdc89ebc368e72b5cba2e6dcd2c16d6fd76e88e3491d7b94fb4c49dc247b542137f433056cdc1fbc31a5289c1dc750c3b5d800462dcbe4b1576a44be3af826053ae0b1d87f4d0f57b5ad98f3666eaa47c163b6ff1170c43d81a49687c08a28c254b4bfe27505f72ba91f2ed618da5b73fceaf7efdcd9fddbb7e59a5a8f31e4c693cba165f8e0820d3f4ca7ac7bc493d6d28474547709092eea8e83cfdd5253090da75c8510f1fbb9f1bb8867b718ef3b390ffa284f40b6057c2ffb8b2ab1f4f620752ba2671947c849b7dbbebd9724e3e4950476582f2fc107616d358731b7b9e37a2cf2c2d40aeffaa377b9e058a34de4853247e66b5411310db9ef3e3432dfe637d062e5f2f518a9202872254b5795a1cea5c9aeadd4c95109e00ffd64a50e6dae5ade49c821d340433cc3dcd8993346c3daffd8f6da579ea8ab2b566020501b4afa7a484e270ea6f4218a4c004afdc287e1afd189cb9ba51ebf57d4b800268290c996efd1719a8277ebccbeea6f93b4e88b3f155f07e285a4ce41908525bf42df515c0fcff277c3783a0c14b201633d5e5b67a45500bee8b8fe7771876f51df32a91e78e58f6dcda4819a127610b5b05fd846bda9e251b325628dfd8cefbf366ad65e58bcbf6ec0f0d0fb4fd53a35e372b4d3345c3c20ea719426061050e4cff2cd5b8b0e4fb45531ef8f0be0042464c1fb7947676a22979b0ed4b5410adfe8e5ff32b1fc3c7418eeaa3c716dc53c64aeab9867a527ce4f0bcd300ff6b41b55a7762ec1f8acbbe387597ae235000ea2f784ff84ae873cb611f901b2f0014ce37a820e15d714f57c6a11138fe5f0a64693bb7aa34835ac22b4cad570bbc6ed22dd280c6b08e0723e34aa83542d3035a52f2f7ff51596c9c4d1e23d0bac4453679b9475bed2a39b7293e75b56a30f72ee561703801e2d11eab3c1552d8b3d95168778c5393f7a2349cf1bbff777adf93ace19e5e3314f2e055e1a89b3d46707efd7c2d353297a82c5e23f1019834deb6273d81eb79d56a95a8821f12af8d8e92589d609b1a5c7cf963f91551c707ebed8dc40bde4361eb57cbcc6133adf4edf2b78089c1a460a12c9f3702b4cc3c0ccb6dcec62e65dfa5b7ff4d18c4b6d4dc742e34a4bb0c39685044607204229fb8003f5f265c79a84912ef480cea3eb2246c644b418ba2dc4e8b43dc6a50238669ef6dc291eb88bab3dcd25445fef14731a10f8be79b8b6f8193eabb3bc918a433546e93f1df93a16f9aa65a8376e01b6659eec5aa6b70c8ca432541f7d7cd0156a9bdc83d5e9b65b85ef6036778b3e6f9c71d813d8769c51b952e670e22590a825c7cc7726d65bb78a03a7ddac8a13a56d7b06bfab75330e118f168891dbaf94220e6bacce7d216b0250cacd1ebbba37cc109827dbdde7e6a908d8405b259a1447ec7b3dff220aefcfbcdbcbac19625aef19129167fa6a9c0c790cab478450452b1469d2373347a53f8a6c41e1670590ecaaa84c2c56bed58193f4741155feee68c98023ed6ecaa85b48f64b9d4197340046ab268d33a26f3bd71d4d65bf798b95294baed21c14f431327ba39d7c044c7ca9a428b439fc10ae1a7e60618e63368281c06a7d8efae08f535d4dcdadc062822613858aee5171f3b817a3905dd798d51fa81a9020e6b60fe56787a9865d654349f14c3244759c3effa07ee0b849bdfc3ea3c95af638392e384d23479823aee2b843e88684b7ec01095b16f8d6809bf69d712b06da72875d5b1f81ddeacbc690f4a54f4b137114a3f4d0a879cd766a0cac66ff151599742581fe40f730974b4f991da01fb280fa67a27a5a8bef7fb1df133ecd8f314463f735d3663b0ae055b57075ac5470ac045aeb1a6b752949a701797bad5f67903205e124ec98d4e3a244d7ea1dd821a943954eebce04e3dbef27e96a79a3064fb398516b7b5c726410db3fedb0fa89a9ecc4864af3d753df6e167e4643bce8b9a575f4b31f8e83081bded9dcd816672a257fb0d2a41ecbd094a8665045101462759b997822a435f89d6690672ebe2852d1bcac45a37709de7b07cfc81171b287092eeb6db20801cf75d104657026865d9ca8649f3a5c52ae3fae69b97fab867ba63f7e5f7f677acc85a6285b321420c538c3bda78943ab3d0b5d24460dab98f326e0df0ecc7dd0b75ba51b3ff6bcd06d0be3226b48fa8d427c4ec8e3a5291e583766af3938ace2e3d344d2f619bc3a37472ebe98b762664615f5314e0bb09477f1fe679cd1b6ab376dbe42644381d46d2db4d3daf38c8d00022b014b76aa519503e9f647c53685ffce46716fb0aa1f540babe895f15ab70ad4bec6def81160f4c3270bd772f98d490387560cf70f729517ea1508de6a45e48a8c9d18ae6c1df527a2f2e4e507c3a204872e4c907afc3196ad676b0f86db2680248be64e840e9e1b76613e999b2e01d744170c7e888b89356b3d2be1258962ca9b7c1932b3c4daca28d5a83c7f6d48812b72ad6da759d3bef49e6f43b48fc75e96fb63f6d566e0fbda07a46346187a571587f129dc2e45e2cb0ac9c6f21d99d6093343c40957845c47dc648366ec5a35474abdb46f4b5229dce0c30830d7629e9a459433870d5199833cf12ac91134fddebcf7f2ea24d06b145c052725da0dc5b860509aabb24516479daf90dfe15cf80aed5d003f6b1df43d1217e294d6b91bbca995a16d3bc7047c0dd1af02e788af3962', '2026-11-22 16:32:25.315482+00', '2026-11-22 16:32:27.030803+00');
INSERT INTO public.threads VALUES ('bjVGWYX5Hjz21p1Od7D8omcY7UDp5RaG', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'web', '42de6ef5c1f62c647d0f217348e8c84ea64915eeff4e1f634b8a1bc62b369fb1', false, 'family', 'kingston-richmond', '2aa6123b-3a35-484f-af46-0e13f6ecddd7', 'submitted', 'FD-5D9FTKJT', 16, 28, 14, '\x0156720db463995b5420cd0c4140038dfefb6e6854f411fde9c5159e56c9de36f37d99cdc1325fc73f9d8c83e993159132383ecbfb2fa1b5714b74fbd8a07a42f1c7da179a3287dfd31895890ff9d30ad3aadd0771241fe36de3c39e05cc0429b13e02938047b5aef2132b673e98bab34e9311c0a4a1669732531682cf4ef1ca5d97f7e2b9b9afd9d8d8e52cf07b6671e507a6ccb162a01dd722041ab24888451f77e39411858651e540c1eddde3472bd08ed977df39741ef8d9a9f0ca3490416c7998d93af23c36c2a2167412a3220ac26f5e2a3b9935fe040fbaf0547ac7fe37af66a71bf1bda2400335c387256a693318f2a76e224fae04dca33edfb06918e39e04d93b73baefcd27e74d4e94acee9571f7b1c8ec388001213d24060fc1a3a68dacdc6529906f8b1cd78f461217ba151493b00cf2b89ba003943d17f4a91da6d3291cca79606606eac1714e9023fccb5c3608afe7563ad78fffb4af35c2576231711f7ed2cbde0744c9ff58e240550fcb26c543ab60d0457c93a687cdf9f88e1735a765c8d986a31cb23fa37b69c176f273e704f2227db7a6e026e8cfdb6a743586a368f43231d3642e9187106428048df67082f0145e9fa1e930e30fc50817aea237f855472b1ede3cdef6cd7941ff2ab76341fbe5f03733abc897cb50eb0ba9836adbe817e5cfb447ae1d534c1ab77e16a4a3709d5170dba12111a06cafdd95be50a2bde05ed76c31b38536b63c971c829cdee2add4703bb9263f0715a9ce9960610a02c414ae45b38c000aecf7f8a123091b257f71a7f401d080bc0f2cfc16da47cf4b3e688f5eb5c5015ff0772e3dcfea639f8c244933d22ff9ddf5217d066ac126d685768234b43d9fe73577c74223801b9bae13c4edf909acdcb171f000c1b696b03b4136bc7670c367c7e27bf934d4110ecaa099294507775d5d773a5b3ba21c18fc36b5efd3c60a100084c1a4f4c552832a66c716ae801a86962052b9db5102927a078feaba20b7fe9493c9adbc653af1cbed35ca8b39416c611960bf8b85ffff874f2c73764e84643c9f94f7845bd992ad6e923170ec76d13e9e8a81b63ec7bf62cedbbd598ad4ffd3949b6e6211180da1f68efc06344708dd8f71d1517e82825ac72dffb1b3ebf1263edd457de3ee331daa2b3311b6c8019a668cbc723f493523e5072d06cada1cdd9425ac27c45f05d3539812c89da89fa93c0d9892b7a441eceda43dc04b1b1e0d857e1da79c83117e3cd71ec930088f4b8c26a509a1f93141de75d49d0ef82b9e8fd0735615bf98488693ae9ac95bbd91a41e02f683458df693f6f89e8b2d531e063bc7ecb108f77831055f201238c75b9b9e32b0630fd2aeef8b10fa94f67e2b3ba01aff91dbab67c13f64f6a843402d6ca69628935cad45bbbbc995ba865740d1a8664647cec4c9ee6631e3f90a12b8087298d73e25ec14bba520e2cca2f8c1dd7bf6907dbd96903ede299ed242961852fe42625131be298aec4e1e59d3cf7be83433670c9b5217b5d51cd3e203f0569de90271d20ddaaafa97d1855d601135549ea4c1de2b9debcfb717a5c47ead023e80a74a767d78c6bcea6c68ba94ac8715749503d887256066b6cc41377f7ad6d43c311207042fb1c99faccb2861462843f2902633b3376cf1a2d47d6952f44d4f0055b36c34be4c68ebe0781b4c1b1aeef328ee4d2239fa56197f727fc76ab7d0133780151863fd70a3bf03f4dc2b7722debe4096e42237f7c382803eb52a67cf2e949f9c0e26caa60d52722065fcbfbb6480116ebf9baf6513a20293855adca39a9b6cdb159396c60fd1cf2cb4c734e64ee8d6b3f10ce8cf5ad45fab58b2ee8753873ce88fe3e130d3f7d854181d1ba20d03291488691eb1acc4387d01e817595cbdf04825602f392d026ca36e25b0a51d6f120446680d994eedb15df0d0e7083f3e0d3ed4495764b2ecd1a9d0128ddc9f8cf4a8f3495f29f4419c08a4a04c542c59ef74e4981d758cb2f3452b30623372ec2857650f647ae871e29d96ce372329401b67e88f0708e847be585804a411f5d1f17c7873e0a677f2315f4754778a168cc5f79556e35adb50ea5c4ca8ed5310884a361e59ed5d449b7c76c51ba7b1e82b3f6fa9ff3fc22853071713b41b6341adbc67d886722a51151fa63cb09e91309ef3eb190a20a0cafc8ef586d8fbaee2d5c798b8784ec04f9d6545e143a34b8078d62b36e389a7db94a603c83e24618d15af14ff5e84333c093e3860cf247f9e1536815fd8eefcbb06db48026b92a7cd1f06211f19ec7f3d5d2359df6606025426661254f9e830c3d9e269c418269ed8921c93b77e79917f7840ff6d66be0548667f1b89d9d9f7efe0868042e1880849a013ae6800ee20ffc3ef4ad27e534007eac8af76974f9d8a4738e89620175bbaab77259ecb8dd750a8200df87598379be09964bcf2ede3b80f15aa88a4ecde06764c5382635b060cee8acfd64bee537950dd0fd35b3d8a9a66066fc0ba2bb866e62d64434c466066ea50355cd52b21184c7e9b84893c1456d307376d5521e67d0971c5ea04511a58a130b59e8c93cfd60638dbe209b75f7d94665ae21397d4e617a403a47758b6419314f71985ba972038d30a2e8c3ecd81bdd4a1e80eb8100771daf273823402e87c04e5bc51777965e66dfec254118bf460d9954b47a4771ad9b3d382f86c09ad660a90f12a92cf00b3856e497c64bdff8dc06b017f41ad8b86f809a8111b4f425915a4f6d41215a23286b3480f967b5377068783dfd6ab39eb30a686c5f30f88736b863b54ff873a2efc31e45f2846866f1dc9635a4a23417bd865069c802307acb860e10d340ac8c74f293ab7cac8a316345ddf60dd4cb476bf17f4f87d1f2d657b8657b5bdc1f8e47a97e7b457003784b3decc479b93d3898aee8b014650368d4a802d16a21f5807883a14b4a486864dc1f1ba4d1bdb2ec7b07b35752f0099921aa82694052d710837b2fe8044a62451498cf5c7d59630b6e866cdf25e981cc8f34a072e56c94f00dc6296c46f159f94211336eff05cadcfe69e4992f4551790e30e47acdddce89a571f133610010dddaf2d90b41ca62f467470186dc844b7c5a8507ffe2d0ba2a4cf992cdfea2767997133a7299b2b13599225f85af0652d8bf3a388274af8d5e3f2b5b0a36259e86153748016066dbe6ecfecff057aec7d2044b99b125bc74e23228b3483801a23bcdb1c3fd807fbe15037bc9d9231e9738f2341f0f1cf3deaf87f1cbe59b637bc760689b4fd09f137048a04b266e9e80cc29ab00eeceafc1c297df6b77ac668226165de3c76334b15e63b391a63ee336d643af310fd38ff3b10cc34b734792f41db3a0e754e6dcabcf64e8a1dc4ae93d7c2a3fdf6af7e08e651db8ee2400b4b28cd6e34e9bdeb1feff50719ae9e0371', NULL, '\x012259157c9f2beac3dbd1e75919f91b6aa62da89f07ac012db8f7222673bb0ad1f2f2a029e8532539176f7eaac2cfbc1f4d89579b55e6f3427c3a3e067c17a1098e77b46a6941e7db78f2afe2bc0ab13e546886184456eba1d54e50c858936d90f7ee7786ad9cd4fc07c59f5ca6b8f63e1952a0e2a452f6c3ce187d50a2b1d344949e9a5beca5e7d7740003b57e1f6c20d3a184b1615ec88f51f5d9e9fa323a4f50841cda0e6c531507390e1a6b05b20929d15587dd48b78ac8edf0b5ddc68c519b7ef9a54c0f1d176cea5db8ec27472594b92374a618c35dd46801acea02ce09a94711cedee652e31393007b47bebdd81e265454db7cefa564a6ec7661f7d132e9903a7a7ced941a6a277a22e926c2d5e6ec838699f6e93113a76cf620781466ded35d344a8d7ee28ed6a1de13716f27d48282499a7c16ab2e634ddafe94e96d89b0f20e83ce3d126d5828b86e837c1db01746f0bc877383eb8b6e5ad8ab5d83b58fee92867b5ba18791206653e477e7c6c5535c4cd8754348391f07a72e457a05cb8b239de5c5b6a07f0ce584e0e3af1f2b62d37668ce9e5be36021131baf54aaa189c6348042315a54650532c0017ed2a8bfffcf6bc66e842b5059cb310c5937df5fa61ca73ffa0cbba2e9ebd80852098132aead5ccb78feff565982815f13bf9bb5cab0e1ac4c56130a89276cb1303607c010bfde2cc717120aaf01de2f86188c9f33e47c56617f18e1e4c71a1df64dd88f467901759577dbb6cf9dc31bf76ebdb58cc3983cf61cfa08063422ba70b21e0f199885cdba69030a91a0c8048b94ab1867488e91a785d97e92c956522549ad0ed4c63aabbae39ad630ead5e25a08a9ea0b5339c18894934a6124785016fc14dcd81fcdc29e922e1332de3e3e41119a829cdf76b5cc53b33cc80ba4a5629be3639bd5e4656fc83e7421da76174214bb43f8024d6cf0ebfcf950b1f59332a5e51deaea14c88ed78675510f147afd40834d9429c2ee8961038b00e0635eb821a1cda3ccb5ac31c381e774a2d11a1f2cd81be2542e1b38aa4576b90e2002b9fb448fbd09d862bc435f5126850d5939f269c3d9cc373aa800d69c45d7b46ec3e468c3ca818adbb8aced8ee9e08325b7b6ef72b401037109c7bc03eaa5ffb25528937bbdba51e62b6856b777e2e12fe40dda53da86f064e4bc7c344d38c83e195316345dc85cd457f4d18ac00afa89d1029a9863beb85a261ab6b999dbb729bc46a65d13ba98ac1d59186915dbbf27a623f4c7218af04250ec4f895b8787d369bc172856c0f64fee01a69a0282645a951355fcf7d0df41a8a3c3c3d8be9373f699f7f8dd6df0793b1dc1b7c30873dec410ba79c9ee1c772f8282215b9c7578f2cdd9c11e6479b5713fbd62f321bccaa5f4b2ce413df3f4cde2a68de82dfe8e60e6ce23f2f2fbdb238d4efb122ca11b803f851116f6764e05db1a307a3078ffc145300592471bef35989a60581fed74a3f6ccfbc0a021cbb89d26c44d20664dbb66fc227838aaf238734f1b5d59e99b6051994b8d19880bfc01e72ea33915e8e301f2c70f298a6be83625284a1d5394c107ebbbee3ceb661aa29cafbfb724e30c0b7d31126e0efe6784931b0ef6081e2c6cddbf10d92e2cdef7e3d317d82b3a0f9bef246a2c2c6f9604d79e984f495c25478b28e870ad1d0c6b020df8decc85c4d4bfa5d40b4c610eac5cd1d589b879488b3bc5aa12f6430b600347e66c8f9be1e4410ba73ab0d2e307bcc17e7c1ce54af810abc703f91b757bb8d32238d129e279268e3cd491491c149030ea142cdf420ac99c5fb67cc9a9ece1834cebad84a5b7b0915e326ec3d26bb18167f2794eb58526b30cc6df6d9244f7fe932b9f79af74d9e1e2e6c7f1cf6c122485137ae280885b9b13e7a63c3784f67b6750a185b38dd18a45d35f2dbea86a8d8640bd340acba0e32bfca81f5bee3e8380d786212737400e76a384a62239b553e617e3d2d26b4a91f55765f718173c2967abbc33ac0986ee2691f2c7675cca0ac5e488817d38d5852ac9a6b14adfab003c0ee3f194c1d22add883170d9e45b034e5e70a7b7c9ee77a7221bd606d6624a1ef74735589e749f97e956850ae06f9bd13d198557ed0c7ac4f9d6b73576b254eb7ac70d22800b13dad630d539e16ccbdd149b4d4cfa23f45ec9f5f219e65261b5e63885ae1882dd3ed28c84275a2a3d5f6d2fa71541963ed0c46b6aed59b7bbf07a1dd65248b1da027c2db5c0ec0ae9d5a5fe3ab99566d075564348193f70ef196485344cceb7f394dac63c7958b2b1fb36f01f84f50a3c4c26d20bc9dbf36a0024d04fcb5e6b9184f6bd83cfbc38f743fe1774d5f7e5340058a0ad2afc1902ddcffc4f7584ba6d0342c6c58c62c56e37942344403ca8fb4222fb1815951128a544b3287c18b1c67957349940195ddc6b541bff3b5ccced73aafd43fae8face1c3e75bb22f28c09a448baeff5c4ee32b1c96d9aed2186ef5bd3880d546a08b15f171ea1ca0f9f648a0c746019783aa609e2f6ef27adf26bb67e91d6e2d6f7b35c253b2c2c9779719f941713bff0e3242c47f3ba53979a535d50754d5fe78b2211752535e11c8ff35b7df3a988a5afae2cac7ed04cb01133063a61e98b7512ef5f2e1c918f4c1c19fadcbcb66dfe578729a0136ec6c736cc3ad0f7c6275eaa729b4918a0719ced27e4c317635d2ccf9bcd7bc55f169f839ed145f384a3ea327d80089158804480c0b6bbac75486519ed7e99d721c94fe96a9f228e64297ea70ad68da96121ada44b601f8f1ca21589e46f966ef47a093ad7e716759174e65b44e33ba05f8c74a5306784d013da2bac35c2fa51fdba8645127de097c6464cb628d43d848b587b300188bbd645863786e8ea3928f9be718754eb3680b7d4c6f25194ca4af875bcee1b91ea526b493292acd7451f573547bb5047a806f20c40e344c1d593d357106d8e69fb7c55d8e35851e7fad0520b3d471acf3a81fcbb0713b22ab69271c1bc679afb9198632be6b45d9e866047bb371f3f6e6396f42280e75589ee5c40ce04c380ac70dd863f799c616491a41e9defd29d3bd42cad6e3734df29786f49ee5820e622ed66862a4c2759b46cbe7faa1eeffb2a618816537f9515f073dabe952c05f8d2c0f6edadd8e943b257c6062d37864bdb5317c42e02a6b460c6421f5edc957dc91f0d758303e62de59571fc58cb472422011b2c48c517d4cff9d892584a0f72c28291febaeff143d544f575de0f7ee58fd6bdc11647a22aec14e9f8f06e799285a39efc952c51c2756ff3719887be339b917804d553d2599607b35620d5d09ce7dfe26e7effda877a71eed4c6e151823abe1dc9e5ffd00701b187dc21898080b49a0cb229fadbabe5b9d1459911bfd0a57e34885d7f262e6cd024bab7e389c8570d154f927d64ab5fede2b68676eb385101639e3c891fc022c17cc7642ffbc3ae72f56aa8bb7800eaf5ecf0ac145ac78cb2aca2548803b3f2ce0d54fcb13e30bcc11bd2c3073d2cb54498c402cf8a117b91be6759d6b7e6a767f8c511142cd1a9869c8e6df8f0f55166260cbc955983e743830161433260e7ef6e5ae9366cee9273b87b12e41bf80b1b0f2ffed324ec0d18755d0cbc4800b44d2c809960245301366f193c3d3f2299b0e5a426c9ca54d64815e671b6163fc2c901a43fd0c5d808b3b6c0ee11d87d430eb22dd0aa8ab9fbb3986d6785421947cb28aa2f9aee322d048ac686311c42959e231d5cb6e61451925e050b7d0cf1b9b4c16860c0d42293fb7f76f3b5b626c3ad15df8763318cfdbf96c62b121bb26360d091b4762c99f229f57eed53d885c0a0e6364ba63a0dfb31c35063ded48c93ac2d8c610ad926105dc940fc857d53af09a6fa7befbe93f56e07f91914e886cd6f0a31ba6f9744e7233d9df447e02b573af8d075551305c71f1735edadc46f732f6222c043ec5c98f3dfa326f737532e17a884c9aa9aca601d2e60ed5f2f43261c5cc56a383242f76bb986173c98bb20cf74e0aaabe7485599bbcc5f263b6adc2762fea78d7cd34c9c38dcb05906749302c8dc0903745a5e562762a82e908fa0e2362729fa1d20106601eae49664b57bab86970ddb9b91296267883ffcc501959109b1f3732fb28606de65bda9bfefef191d3f71dbb2a7c300f98b0a51d629d911905438777741953a8479d930549009a32a2cd88035686070f945a2fc2f0c4c29dbacf79dcb562230d8afa1b3a4c88ade9564cd349130b8706351bb950a587492af441571b3bd9ce43e84a0fe29ebd5d94fb8258533f931eb83aceb62ce602bca83c371bffb55ca6fbd9b98c908ea93617e1256bcd9e6a6fcfbd9fd7e132e27b1f2b7f00218106c11761cd5fbdc1844dc9d36736672d85230832406b7eb2982039fa11418e789cbc75c17288383d60992b29d1fa8bea75c9fae9fae03e0ee260c48bee006604cd4a5f1300ff48e483afe04f249e448d1ef0b8bf1cf44ad0cde03d068acc75acfa7332cc4b043e3ed79a67b14dae65be68ef49a5697c9992421f851572b0b66b5b1b42c570ac676ad4ae09afaabfc61282480cf3fc82372bae38349a275a8c4341ccd4a99e685d290a7dbc9d3e9c3eb4b127eaceaef0d772eceebd80aaa6c11da369fc15c84b2337a', '2026-11-22 16:32:27.140068+00', '2026-11-22 16:32:28.183734+00');
INSERT INTO public.threads VALUES ('o2JtCFcp_bfip60RkddagYMYTHrq403H', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'web', '2fc9a7a78df0221b7c66a5f6b7395b7aae130a1769769f676c39f6886d9b6c49', false, 'professional', 'sevenoaks', '5e3db657-2f4c-4cdd-ae89-ade9151965bf', 'withdrawn', 'FD-W2GMV3JC', 20, 34, 17, NULL, NULL, NULL, '2026-11-22 16:32:28.28328+00', '2026-11-22 16:32:29.570696+00');
INSERT INTO public.threads VALUES ('hSpdapEJYRIl0UMj-omeCPGvlOcQGw-T', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'web', '702a877853111aeef4e081156947ec27560e22979f57677fe1a4af6cfc593e64', false, 'professional', 'sevenoaks', 'c74607d4-21ec-4920-b900-3357a45c6d6d', 'stopped', NULL, 4, 6, 3, NULL, NULL, NULL, '2026-11-22 16:32:32.566349+00', '2026-11-22 16:32:32.774976+00');
INSERT INTO public.threads VALUES ('wk-RD8sraKkM-33VyJZHHzNNcTYR803i', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'web', '1d775a005bebadef725d3d1a9c10fa14da75dcd3aef3ddc474dc1b86b24618f3', false, 'family', 'kingston-richmond', 'de12997a-0bea-4dd2-aee6-29301a397024', 'open', NULL, 2, 3, 1, '\x01593eb8c1a9331b0658a5333c14806c7de6b01b71c43539153001b89cda270ef169802f519fa6c07d1aed921fb360a37e7429263cc362430eb5910a858face072a9bc57077b6d723600518c855c9e2cfac1569385c538bc6f6558e300ace78be442ec4faa2e34799563ad5ec1fe7ee77fffe2e7b9a5267084ef172fb0a721903489f060c064f0f26fc88a2aae1c45ec871b3e6f50dc5db006264aa1965861cfc121a24fe7cac382e67cb3de728ccb901d48cd8e592990c2d42fc81b3740f87ff62652c5fe1cedcb9870b642e5aa04e8fc44be49a36a5ac2f203eb61aa208ff470458f17841b7e83b6f43a4caf81c2fc1585cecbdfedeee42591b21a0cd1eac1740d0ef003c89d7002316f2b6d9e74bc1b1294ab5e189d8f520ae0a5304e3181ef8dd9c4ace0841536824ddecabf6a63df1450a5f5cd1c4b164cd63bbdbde6e8921025dc60d3e19dc5e36e1009a405e3b6f12cc6529bd74adbb09ac2061bcd5beabd3a7b82223c429f7c57eeb0eabf125a9a6eade9239596d2213cb0af262f6633cc1ac8b301ef06662e02ddc341dd5d759ee840b3db69b3b77d2473215ffda9f668ad7e57017c3e52d298c1fddafe6fb89fb7b0467dc87a370497bc1cc5fc14f75150064084dc79ab3a9fbb27ddd7ee96fa8a8e2c302d89ac49d418b53a66ac03a3fb4c1acbe6db8500fc6795bd53141edcdfc2f87057d9ed756e035b609ee479040979890b8f36bbc72266d71a2c3e01160d4215c8a4b2153cc723c5b7d26bd0dc853ffe222c5a9e45e95810ce34cebd93fe943d570501846d07cb75ca52e2218ae4250a10f6eba6', '\x011a24980d6d603340758f296234afb07bb20ad227787469eefadbd9f8de870eca8bc2e68daa5adc741f994e37', '\x0163502b9e88f20235f0062e42f8f06cfc425e13c2f36a1856a4495ff433bd8c32fbf87ca9ae57e75f60dd615365f4251cba5dea9fef4bb43520b33a208e8d1566b62bd99e9a79af003b7a59f24cd7529db5f97e1627188f665947e715eb56e8e1b75ad1eecd421e2fc280886b2f7ce3619aff630f3675be7614c18114d9211bd9b78503bce2927ad40975e4275db9672d8bbc63ba554a88fbaa2576114532a6df583b7b924ebaaaa31af19f1ebb5146fbf141da37e861679d7dba410230df01ed2ffdbe6661a57dc2bca91a59a726b80b060c21429ac44d1f81febb7c52d519bf5fda539734200dbf2318e6cd9aab66ca3fcffba3ea32cee1a0e26483b02321fbd8bfc04d27d5e64ac2725608b064d129e883b30ffbcbe6cbba374e3a73a88624bbe740786246be37731e001b6aa4c29e2baff1732f3552665247820628040a4d49397808ce710fa7ba92717863d7842c6b6e1d14dd508056b16e22e5c9273c6b1af67a72a9c02618394aed585622affadfbdafad88b668b71cb622278c29c656580a7920a020202bf302f92d64802cda75b1674a1fbc91e1d1e7555b1e8a8e94031986d0ffc15f1e49dcc6d1cfe967c6e15a7bf94023e56d43f8f847f64ad986251acec8b3f0265cf4168f136c52208f24658242df383d4aa45739c7306e61252af526eeae578ecb2ea4bd837a54224629c225c00873ce623db4c26d377ec1887eaaa141499c7b3c371f06f4abd7f8159cfdfc17f4eb24a1369e60fcfd9b086c3e6961ac6de9c81d97af6adc33ad8e32af581769a64cff2e5e53530ea3e42b98a18d33b560873d3663d2a6dfdfdac591d71cb6ad12c8c8ac3cbe2167e78d2e1c6d895270a98bdc2a09f58cdda7909458473fc5401727518e78d83786ffd7f0fb546184c233ff9fc683665df7733f3c1c033e2f84faad09b2f28b7f59cab08611356bdbbb965fa35e987dec846a9bc57c206e95ac576d73469d53c2c89b1cdd472151ceffabe012dd0f043e0022296f350b415f795cfb26c13611eefc01ac7d379a5fba9a148d33ac0e5caffe9b205ca7bf4be3f3368be223e422f3ff29899c167f002532f5202efa0c1b1d46f59c46a1c78cfeeaa3ac949fe0320e59ff53c3faa8f5ba1441e81efb523e89660fcda4c93260a0d7d47cd79fef245e71b4a33768a5ea1340f4ba5a3103f7f35d43ceca4db0db32e6fff118fb332653a54e854bb78d101c75d00326d43ade5f68cd3d6c9ef519c3285635205d31078d17b9060a55c793897797cda5b8a7314422dc8447e7ce0aafcda99a09edac9dd7d4d4998f74f16fe6d48bac2504b35a922a5ce1291f5ab1b100ec4df1cca10ad44ff97dac480c150765675e80ed9f312fc769d10c725aecb9c0107f6046fd3529ab102f19587ec3d72b220a676ae7fc14c98f01a46320f1b8babcccb05bf38fe202cef1609a28c7b0ec9bd561e226d3064eec517b6ad1b588bf92c8cef0e0700d8596f10333ba9eb1a400b622fe2e694ca3196d6bdbd6a81782fef5f25a9d2cfdf94118f8f4dcf3e370202636f21ecf00f3e95e7b57c0f32d40843459acec7aec4b52ec485f2e5405e7e40665b4b02e2692eb9af2da4f2bac28c4675ae80516fddebb5c6ac9b9fc87d88fae488ae83255fa113c93dc981d2471131fec3e4f06bc7622d4ec1acabe38d04194b4f340d00171658b9bf83d083ac68599b9f02fad77ad3de18833da4a6fb6c616f90053b8065e87eaaf19b02c0c13047b62bb73a717e94f33524d098906873a829f747cc89cc05f55245229a84ef8d3ddbcc78f4bf15c4c9a96406bcbec897aeeebe5e2ad4ee9f64d98bc884e2c0067daa1163beb929eb2c953facfc9533448ddc7c807fbdf47e5f4c234c1f340f4a241423523617ea8cac4496bf8e1ec833e57e67fe1136120538dd64f869c511a596e07a3d459e7fec1a8f79b20e51dd5f8efd3523319eacb4cf741ec1e0c12c5486030e573b12a883b513ee97d4aa7ea7c0be01b01708e16f2dcf650e4172782d5d924efe3f4f21018f0e4ea93b271b8aba3a2c3702f19ec7b5340771f11ad79f5165d022dfa1653e3687413145a29945ca1e0290861a8d293937fb82d939c60e0e6fbed47b6c95ba78e2c3f5746f21dc840a4a4998a8955aff75043316422dc557fd19fa3b6a17d8bcdeab1ba6afce9cc90dbe0ed772d5961fd8c77911e0fd95f941dbf98f419b2656e5e467cea9d47ef8555249b4fc1e5c50d0cfde04ff23846dec02205f0ba7c4e16ee283421f332cca3a219fe9259acd6fab140ff40eb5d12648d3271eee660605873031e53c84f1f9c64c44dadba58bb9945302e15bb0a82b7dbe445cd3594d7013e424158d3be057da781f86ce5cb296d323ac6c15e8883d959142aff13d27cc9f0480d184dfda29b65578dc7cb6423bc953dfad2fab959b10b985b595d84858699f2277be0a1b99178a34987549a250239f08ced866ace9ae9f778a1f51e75d6d385b571c6e9148bca5650edc3fe0c37ffd2961a355ab04d29fad425f08540bf827f84bd5a27a11ec80fbbe91a8e77cfcc80915c8ed236f1dd7ecb927e4dced3be3a9664f97af086b625f2426684c09df90b8afd7cc08a548370ff4f3f235ade7c84ba6c49977c14b772a16ac8723e72bfa28139e2d2b7bca8e0ad61e708ca23e16106b50b016180cbf09ed8a80b5499828ee6f51bce20299e034be9b68bb0609489a28a5aed43a1bf201889367b559add249c105976c07aec31b32cc4bd19752ef9ec8d03e31465602abe81ce706edfea0840ff0b16b1b6d0bc635f1c1492f8623b8765e5851987f254a924ee11f8df54da3adf79f2ff1dcd5dea274bb8e4f0cc04834e050fae2dbbf91e00880c674267594e12a5fdd6419e9c3bab536d629a4dd9cab0ca3141061d00c375f2983e15aaaf657f87ae151aa3057a8263aee0950ea855784ffa0cda01a6434fa59bd655850dccba06c0af2b3fc3f61dbbf97ce543c3fdaefeb5fad4dade7a988b9d8c1c78eb761e4d26f9e95aec9250bd6e08cae0039b3a6f505986bbe86cc232f3ea571d04d4a97bee5143fad652f0b7f5ca3bb8e8f95486f4d468efb0ceac385e4d39c5b59dd52addd7af9132ebd3d2c60731e7c7b05f83bcb6230c92fab5521c2dfd7f074d443fcce47c57be8cde68ae0eacad1c5dfd97c703f9840bd43399ee2c31c029d0eaab3816a6e2a191617eabe62801c0bffc8e2425b7619aa13e3d5417977b63ccb577d5275055ada0a3b254be4179ab4398a03c7a4967e67cd466110c25189ee97e4b846a7b8fa760390c971c8b41f6e88f7874320c2f9fc52c06a522bb760c089b1c6c81a40f45d3467c3fae9a188726b089816e31fae88f58705d96cde3718655d7e1896e3ccda2288c815203ce37725f4b67d3416ec5ece4d4c8b1e94d85c3c215b4bc4998d040a06d662fb40f7388e346b50ab41b9d77f35cccd063715ddd365439ba9ed53f6a4a19c8ab16139012e7003d4965e8994746d4f4e8ad9e4d37ccb821c958d19db8f49983e8cb717f7a900999bc5a74c73f52156267128d751a9eca12d4a620ace875ec09c08d4fceb0c536d06a266aea55a85ade399ab41c566838fc2277926654c9cdbe81fcff7c773f536ad780db520733fa8fd8bfeb870e5c08b4b21a818d181377270d540747892bdd697a81310739e38d43b399321c23ef59d3b701e6ebec740338b4f0a4bd3813a803cea82a164fd310a7a5aaed07c4125ab223e8edb7592eb34b59d070a2f6b2b9316c86a5d70806540ad05c1e1b586798c37a740d47dae105e0b61b21e13d8485321429409e7e0f9c29d99fea4fc086c2d0b2ec3f629d688688ec4a08c83d3812dc58c4850281ff1421eeab13edbd2e2e1b3fa08715', '2026-11-22 16:32:33.623096+00', '2026-11-22 16:32:33.71369+00');
INSERT INTO public.threads VALUES ('bS3Ury-La2Q4MN7v4UK9SWBm6G9b9T4L', '6dffde87-e0ec-4c8a-acc3-0179ddd2dca0', 'web', '7100f305458958a470695feaf4c16371009232c63adcf9fec06e703895365d45', false, 'professional', 'kingston-richmond', '99f1f851-74be-412d-8ed7-5fab37753c31', 'open', NULL, 7, 12, 6, '\x019c9f0ef458d10a33c91cbdb4126631ecb7535240a9e6260ce2ab2cb91947e2a0d48fa2610ecdab2ff1a084476f45940b82b67296dcbc35744b1de02eca016a3b2502214f5ec8c8d80760fab82573c942ab49888fe04d9ad575f37505c3d44f5703600cf8bf887a8d129d6f1b2ac49e4bf8c2b26c9bdbc761052fdc3c447d984a13072c7abcb3cafc952c2c78216700018526789c56afabf1d1bb3e234f8bd53db3185912d4e837298a121935338e6e85cec2c8a5ff39129381fe318c7a6eb3a58bf2b5783d8880e1caa602f1d8979669b82659630ec28801a8e25c9673d136ce126be4c8fb1be4f2d0b9577ee60a2f724f7386d36faab26cd7b7323988cd40d00901dff83d6f5efec1118c02a3b8e44e09324c04ff4561aafbbd7b0dbba19d3fe332a30bba7bf577396014c7722bb67ca89927c910bf3b1eda9da071d0edf4c81ffcbc4123c019ad813a3d41c96d740772224bb67ba5e0896d7e7ff74dea0e0eb6f58600cae04ebf8a96a81924082f8dd779a39d3195a68ec7ca644418eece6ddfadde4f6da37d015c6c00033fbbfe58e093763017112ca335a76d2c3b59c9f5ade35f09b8c8539e7ba06cb4754093a3cfa3570a861519437870f5a32f553e75ad9244add2339866812d0e4f412d87707d017579e8d05d0655e48bf587fb31b2a9747b0167b47c62bf1b6515da2ac2258b1b7a64b86944c7f27ff2f04879d2cd990586094810a2627e0f9329bfd4527d85dbb8a1afe12f2d149283f8656cfb8036238bb9a09b3c7f8a63852bc5117b7d5f787e138e3d58c58593edaa2449aec7ddf271e3f6fca14d51e5ac3b0cd3d3a3155464a6f4bc042b2c784705ec5da9649912aeb0865877bb6d32ceaa961633b90b086ac66e408ee4b1e2ae62267ca5afa7039bbf595564faf929cb1093d939ce09e69f6141292f3d7b305606abc3a87d231934ee3e9a10afef6128e7544512e80d1e7376b809d8580242fbfb431bf56c586acddc05dd529e2492599d4200a7756e47882df81e2276fdfaf9baf4169c090e957c65024bd2d3ea578174c2a34df871195a9de38839ae161db7a876d1d8e7c609a45ea2eff5a40eefbddcc79325bc5b0656bbeaeb0ca00b98a047240869bd4b4d63a5fce3a2ff7e7270fb1427f28f4af0fe2d50e963d9150044cd2dbcf281e42cde6720267cea40a1c0e6079b7f40a2c7786141163c53914cde0d261b798b1fea1d1d332878bba2b91f108d24116ab92f7b1a70e43e954d2f7793ec9cea19ea59e7e181b6072dd20d3245395f23a17f6a88cfbb2bebe6c8434977b047a6e21d2f1f585c42a4bb17e1f5bbd123cbab9a784d8fc31f4f917d28da703cb8d144cea1142fa53558e5cb177c76779c310edb48e01384f973f27326f458e8964fb56b11489b3220aacf2e9e7617c1449a6653f5f26ce17b4dd6f4c687b697cce5fa1d5f9beeeaf748413593d75faa08ebdedf99cf15a4e8df0e12842c1fd72e69e31a9c9b2b3c181efd38364c58106e479dac980375a11a85b80fb6fb57919c476763f4f6df32926a29ce5c92cdeee27f36c3f6352ef8c08cbce5b3ab61a7a758575bc27b907741db115005ce8dad8cc8631f4cd6304818dc13a2ce9a5d915bd4aa82dc2d10293fe7d72967a89c25e0b0b46310888fb4a1a55dfa76ea0f61a1c1bb5b364d0f7928652f8ce71db32d4ed27e42d4f14d6956bc26694699d0b21a1e4605eea7d25a8c27ac071625c2e51a5b8e9b2ca70bfcac696094f492ea7aaf565c90cc786b4ab1501c85101e843926cea255625bc4e9d8799ae2c807e0f7fe70b5b96c442406490596e451724936818f7cdf8b30a2afbb6f6acd28fb6169c24eed4b503ac99b0105f6362762628751a56a886fdb338286c2190b63a80e497a4b9db5a80daf776156e81e1b78d9148c2c63c0566341faeaf0cd78f030aa87731a1907f5ebdd9e5a09f2f031849c3d134d6d26b62bce29ae6fb2b22de0ae3bded5d5da5da17484c652ab501e977635982d4d2b91972a445dc0128365710161a4a17414a61bdf41d96a0a5dcf9e5736de7a8cf07e38fa8e21d769a6022b99f2982af1ef4fdcf1e3f4bb836da3cc06a3b7480bdcbee682a591f98c37b03f44c3b189b8b4ae2b2461ed04ab8fad7d8bd4b06dfd4ccbfd8b4276d6e4af2df925656db02c62e5a4296ca5b9911dc87bcdbdcddd97795cdceac522fbf32956942d12d38c4f4925a126664b0124f9aa4c4047e138e87cd228cda6f167509287d5b85bb593097d69b28f5b3d6ddef393d091f2c41f1bede5103073df85399a24f3a1f441bb2f7b1ce79e6b685b9d3883ae20cff49a5e1d5df91c347311e1c30423a910e62515b9d3f58ea92fe603853597f4a0f1dfdcee7b314422bc4cb6f280975392c4a07dda92770d62e9f6da3494198f5ad6476ae1bfc2ef1e2d3f7fd472aeb1ec5697191fc9341619d6619dd80f8be3eeaae39ac3737ae47ae7f7c84cf2a5f56992244f143fb524fee1f3bf019eccc95365f683a0dc1776e42e143d351c28159fc4cbc967eff89c5d391786810262b8a234fd0759c278557b01624368ed481be5e47b5f0bf263ea48d81fdab358a0074fb1a45a101b3634038ea84971b4182ebf7e50a8851b0b8cc426914cd94282f4e4f2e1bb753e7a9b8e966821932b30281dad23385178390741bea0921389e4e0f78049f4197f0078949b68845866c69e95d57d9a26c7becd766ab0e2b1bfecfd449f8e74aa840721bc751c0ff52d0517e94ac3d124ee78f58c5b5581cae7694b4594e91684375791cdffff3320735875c77f4f69f0f118dbe700d317ae07d619a1700d9a4da19ac74802007a89301654a4cd7500e3413d32f1e930ed6c04e21c5145cb81f48fd8450f44cdb9380fdb42e962b96dc352983281fb7e3c2c796de198aa67808a5bbab9c688a425ae2cec021830d2d49cdf96b025429b166d269eb4cc597e85b102f442b9b2ca94b8c9fc03ba1738a34857c6421721ad6b27e79e5bbc4fadc54cbd62ada38b7111577a122312dd1ac354d74546e236398727a1cdf5fc1c6f8c518eea6f107de673d4d7b7284b895f9c8e83479c638ffd1a99119c5a56ca87d52d4e6102d72aad61c1dc69ced775ebd8d730a36401da7db172ea6be8f658b998dd2f0de5e4cea97b408655db208148d02cdcd235ed116199a780f4e934d40d685f924c9500af6ae2e3ddae7169af7733aff1470f80f7359d6d7b25db8c6bc50b29724ed3754c66edc5c9a4f8f68451a51021ce05208ba8e8e6f9d304cd42331b0be17e52b032e8e5e0a90084c96921f2e6862491154f7e39723f265fc4507321f9c25fe049abdd24b6c58e4dc8242cb3bf11ae068377f19e7fa44843491c609567fb359227679f0d15f36862d411096b0aa110e30a35dd6be92757599f06be39b9b296d7ce5588f8ac3418cd359d53d3c76fd7fcfab77c22af9088af55d46366f2196642a54f1032d9ca362d169f86ff78ad6bc1097fb627e5509c4ac3187ec516a026f841684ae127388d21d211c1e32f48003c5891b2e43393202d003b18dd7449126c3b651e7168a244a0e0a77be3211489205b79443656fd0eb2fe4b2c3f78288ac7cf5550a55e3f06072e5e8e38689530fdeea5cd56d518138059b826066fc8be1697ab330cc24f9391ddcc7766e0bb18276178dc98ed2c37ce653bc895de7979cedb4ac14e4213eaef012668781ef16bb3a6be74e6f6c98e9ce53a45ebb9278e986c7a7f170a5943d9dbb2e289b4df4e6512262749e737dcabd9ee6a2e73195def00d9b85836c35e459d7931303ec669c77ff90c2424d9ca53eef52aecfaf40a00b407287e09f9681138034532103a0d9d52858d62ef33f8e770ec939ef45c91c81fb6975637176d7a46c57cd5d000e7aa3ac33b69f6f4db6b37b1fe5961a9439e7edf2787ec1bae14e60d66984453b8b3aa346df4b75d576e2c12deb5f2740a97f4414c2da5b5a9a406f4a2725e0d323800803fe5dc21b1ee62528d4096ccc690807517b1be998fcbaaf5058daaaca0d54bf3fd8b2b4c6ae47f0685d24d3567392ce8c40735251c6456d0bff84329ef8aee4844f7be9e27c90878d2e82bfa095ad58ec7f34b1dacab358faaa7eb573505806ce519d08e155554290393c96c8b43896a8129123fe97c609c0d506855bb0b71bbdb28f7a06cb1d873cf19b5aded5d7203746a395f756f649e7638a748ac1586fe0be69ea3f3ce809553d75f6cd8f72dc013b3d61d2f564a72e126ad565e4dea32343a67c0e844e40c3b4dad819f922f163933694c31da44391712170ce778c5b69246e7007e7d43d68124fd76705452337b8dbbac73ac242c39ef0b67267928f8b2c597fe056883757666acdf95b40d4053fae2103cb5b29ab440789a76325ee698c8f7194a2b0f0568aac618b44b8097ec4eaea06e86dd848e92d1e8e65dd7bd7bfc1b5a4f6d48b1f5fcbdb7ae22d2802cf11717f57f167334a599e2b8395dee7214bdd8e68cc4bd470f16294aedb995626e87ab9b7c0e5057b514e045c033b1e1c96e1d2c56cd7b5ebc6c7ecbb328da1bc4919b566cfbd5aa9365369c2d2bfe77ab60acd16b95f9e40ff499db663dea228d3373a3a0f3cb005cb764259189e14c2adfb0b2edb1849207fce56e4d45af06d8202633ff0bf88d0e6cbbf6a1108312f7d64f7f60cfd79ce3f736e494cb9801bbe204fdbe3577a689e39c0e0035075673b8da9f7f35e8661894d7741a9c0fcccd1056151a5448a0fee86131f2a0f8f4eb6a2810a51c2981353c846f455fc34ecb10b8fdbfbec24f7ddf7531ef111ba4dfee3c7f3cc963923c77abcb1107b7d950d67a297ea28c504286a1be98cb4e8395f6d37f2d61300034f9d6fa', '\x018c8f96304bd7c48bd57677eab191fe6ad5404efdc5bdf9687e4fe485e4d076f4164732b3b57a7ed331574bd6a5bc50', '\x011b7664d7b6617c1c511b8826ef82d25f3ec640baf9ba3ca0771718a292d17d52f6af50c98c6a13384f89b02975a86466a3e382e290015c0945dff681f30860f0f5ac0e690e9707fe92b326a388d38b1bb85258bec60036d3f4db2b00b28efd24e6b3e6ba7df2caec8711fa1ebff691e6c5c28c89d8af52fb760785afc6030e72bfd26310c54f6453c46836a24cc3836c072c462f74b9f6943f1612ee11aa340cc8a17aa36615366d9f692aaced5d53b49001e17f3e218c6894b0f7cc55a4be03244174cd5c319eccdba5a9ec80128004c47a912eea214a5281b994b1914b5a71665dab756bed2dbc02b64dab31f25f2ec69c76a2459733241850d4b24d1961f4609bb5388e6057776e1207670279e1096ef3f04fd198d4e3bb4a784e555028471d93ecd026d18e85a4808ff7600fead1c501e2f066bb11a933984ae2b5dd426330f823ebe03c82a83ebbafed4b9e84aa7010f714e20bea05309111caecc88ae4e4e00b78e06516b1539b339aaa9f67c67227dca50e33c4b68c3887226e559d1713d6d135a9c4fea1296098ed2f184fe158b305922556009bc07f2b5e94c9cd54a02469c00fbd31db189af82faf1a9f8e8e924a52725a8364a8a1abb3973172610f49e13e6960cb9676248f462ff7e1e6fa28ebc8e08ddbd8d21397316d3804bce953adeab88834e9f930c85ef21a40fc248dee61318cbcce5b9a452ae98ab9bdf62d135a495b166057063b0c831a0a22437971588ef6b0da4cb7dffed95175b5ea0c3d291a6a059f0c4f7d0032a3916e248037da1dbcfc50ffbe7ffeb16f8265ee9d7bb5d6a4f7c652b608cba17d14b0d45b609cae4d4d8a0afa0c628872d23ab55295d34576c2c775a5c7a8d1d7000030c2c14c53a00cd8821ca82c736a9f9fcc8c27ddfda633949b786db270ba4618b8ff3d25c8a0c429a9ca06d00731678f1a435c2deff281e2305b48613c841ed556b9119666433584a117e7330614ff861322fe8d719be33013668ec96788cfff512509913117e0dc10a6559b2a2858962713e7f134166bf8b20369ea74384f9d4909653d9c6f5fae647b7b0a8b0fef9a7793f65593ee0e592ae6e1784c9846d8174f1b53fcac0336846a1c4f95e27022edfb58411a56cdc1144a3e77eb95471ece7877873c98edbd172d226141c6108fb92d35f96b51d1fd7187bd947fc606d6e023e9d93cc69fe8cbdaeea007b44ee9cf73012c950a83696ce4eaa35cfaa7be53a8e384865afceb5091e75f2ea51e1deb6da943c4efc0114943140697bebd3cf2991c667be16fdb2d2e37d99580f53291a04d701913bb66e65179d5fe428fb351f1e4b973dc935e932b6e63084eae39144da8b08a4f957dad59d2be99bdabf03cce5c30650d62ec425846a3f996ecc346094d55579a0a5ce44707614d5f3f14a429542ba6a8261493d3271085551a0ce4119e95fea6018ae1bef95f5164199015a7264149a3e72089e77fd5b44388109eb27aa8100f3aac8d455540d27c12cb22fe0554d7deb5a651077b841dbcaeec6cc2a85112b5b822743eb45f974975abbf12a451be85febfbc41c8e92183629984afcd9c158d4452269250383e6c10038f59dba5265ea376de23ec706d597146f3440d36551f5751901c94f5b3a9c3586c94ff1ad74ac1e114de6c7b9d1b2a2d72ea5c9b6048dd3f8010504828dc922b395081de2316be07869c48085bf56a4db80ca5cf00e2dfcb5222510da059651689e9f7057c481eb9de2428d5a3ce807f373b7a1190a8d2a586e321b21e2b6def09d3feac25dff59f62cafc21a426e40a5d0aed21aa8492f4ee389a9e1c5fe4caf4958808dd37220e53103b78d52ab2944fc7c12707efa614587f98c530a3047ebcb7fbe6813170b39a290ad44376ad8ca9b9439a355d96550128359c6e494c2b93123fea74dcf07305f1e01e027ce22e165983329ad49132d4cef44013182307e82b2e70ae0651cc206203e4858c4d45204628f51d9d9bd982a33791f30484693794718458fb9af3684494254b306e7d2fd758a8296595c1ed13f84ac9d19e696d4d8ac740cd7a341e3fa28c9d5963339b62382ff6a6cd85c769f891af92718cdaca20908494ef021c0b3dc6783151d9b01b481230384a56fb8c4ff4491768b73eb8da5a3957c1fe3c1b3034e2f034c6001c458add4aaa84cdb5e737b65909c77a1d7be8d42b1c720005a36b1ab275a374594cb3321e0f0cb9f8dfb9e8ce7defd2559263c929e8866f32010b3ac7fcc9d1876f4d417d207c4ed4bc1ab28d1f0c598d49ec793b7074df7ad2833decdc22ad26b9fac3ebbf3ec8bf204843182f5c0d1ef008e1b91b2828ab8c60b2496f04cbe00170f879e31e4ef51910efee03032bcefe3a06e84190dd7c505e02dbabc35268e7e25440ecaa93c274bc8b0056def8f91a124dd45b3adc59980292f1d48aa6e8e558e6839050960c526c1b633d57bf44a6b16b930328d3636e3d6fc5787b4c99631704be9e6b81b5bd21aee13b682c14b778838f693f55a7b8f367c35dd1c1826e5acfdfb2b9188f9dd26cf54338cfddefb1ee5933766ee3a56455d4b16cc38c6a486cc92f49531487d1678834bdd6b89a2cfaafc12a4b31b0f171904c6d0009491f19b9b51bbfdac9abb080e192795ce06317c928c0112fa77df878050e9fba2d0b8cc4635f1d8788f126f2c57a136caf6b6e4f4124e0c5f04b8c379feb7b60330e602e6bc0caec7a67120609e296f419aa15e5cf9a9aa8922371fefba88f93d57b28e5c8b5da6d5baf9242e9c32030d62cdbb16c0fd8c82d2648e8f3ac2fa16e580067958d259385151ef4da4736af381f93a57ff4a4c39a5a89e64a6df3768642f9edabcca058bb0af053e29266d531d0e9c02c19bddb7a4e12bdc4320985b835da03223c80e348c465b0da3ff3b4cbc543692c31327c55ee212e3f497007a12b10a789a9d6738acf48f37751f117208e0858b36d5d6fb1ff01378395a88ad892f069bf4470aa05262d1fcdd7ebc9329181123addf2d9a497a4952f11167adfbddb28af2dcf7a93d3ac77fd2d49e6675804b53ea33e33ff711552623227b8ad023715baa561606c852552ffd0934c1cf664e1f8d65797f829fca2adb08bcd4cbab89e06991f3971ce53dbecda24b6ab7cf40cdf2d7ae1cc4614c6758e1e09ee35d765938abce5d77eca5269073a6c3eb8758bcaf91200c842668bc81510d625df073b71f76ec42d9a9bf8866c5bd5129ce44c6e25c3e716b6cd8738cfabad39d0d939dcbbcb04ca2a22c50f14a4aeaf2067c7de12928661a47d45fb6ad656f507caf9d35a2aebeb8dc60ecfd2c319e20b524a3d47612f3c903384dcdc942c8e519daf122e5c6ec258136459fb71bcc455796dac440f41027f5986e85cf80b42a80a91bd6fed324f21040e9c2e313eccef9ccc865b76c64e79c31c18236526763b5d223eb1b182ae368cec2007e89e9b2f84b30c31c81426259e39ace1235f3b88c577a617488c2ce265b940306f7335b866af3b67ef0b3086d5b0a76289e1448034305f595e560effce2d07de8fc490c4784ebc31c76b852552258424183ad215bde9440a45cf5153077f4af8f56c318935ffb087644ee55c152ce4d03ba8af0cd88dee2a5b81e32f56a4aa7e0cc3d14a63f66543607210a0f8c293bbbb1d4505b5dd80f79d49d0df1e234123b3b79b1398e4236e6a044cd8f2c40554ad3ab9a3a95ca7978c9ff34b6350ee2126c8beb4454ea368757a358c73fd93c64086e88b4f3db6cf0e04b294bfcf55a54dbe92d7b9a0769a144663b0f3025c7f574f14e3aab92428d8e5a1b0757fa3800d2b9437565b855ed1fb2ce5f652018e21efb19d5f898c67ee97d808568f7d0a5f02b2cd0bd2e692a7228882fd7825f1b177688831090d411ab89ffb088fcffd55db1babd7ecf2e4adff3f4dd861a1d313189f5ba19458828f26c93bebe1ae500b3fb2672c2cb3c3c6118cd3805739aa234758ea0201601dad6463a83dc4a8ba1c2a4412746db9090b9f0c46e4c47ee6108b879c554cffdd89a049d435f22d47f9a280be553b1bd05f709410aaeb619ba40d23ea0d768db491cec54806f40cba3936d02c4d1a539486edd702c5372f75dbb5bf2747bf5b7086560e1f38066bcb640c01208228cc2d8c73d8c766eb60400d277ed57885d21bc29ff64b424754e8f1dd17f469cdb470b08ec175c995b0314ee4f34f1c3a6d29c1dc7e9d77301782b39898df5b43f4fb585697e962fe6c9126a95a5a8011bdb5ab161a7c874cbfa34daa41d1995e75c0e41cf5bd0a33ced9aa9103acfb0f4cf470193370b81ee7a3bd150ab5904ed342ba6a2d38178c86c0ca4021dc58cff88bad2d010709d2d6791502b52828be32c7dc107ca40df53a429ae1c14897f9a944469448acd61a58d7a5234102e343934bd8b0180aef7e29eecbaf0566e510a4b866e02076d2e30ae299d1c9863bded96a23a6f889212164338cb187d3cd63f1c746725572b60631c1765c416d57dbf8d513a51232700c839b316d9c589992fc95c6394e26f857b14160f589615f103532eb88d08fc1632e4843fb1a0acddddf524a2b64ab1cd588cc16c9293d043595246481f8ce0ef5dd9b17ae69b47320f52fc134af00039c666545a6dfb22f6411bda8df2133366b0b23519e1f826549772bdf0459251b6ccba842d6ee792d5767fecc0ea98221f91484cb8c6a56ee312c79b5925f152ca22e8ded37cb178818275c582b6b91aefe9b96681eba6bad2cfe480c0ddbeabbfdb7fc41d022d0e1d7e7fab6f9d38789ab9c1f55c605e844c35b16d78af17d5ebe08cfaa0693a7f8d283ee53ab58f5844ba18d860eca5020741a0b06e6d78041784aa79164c14535c8bd37096aa10bc7896480a0e84ccbb78b46554613574fc08f5460b545ca0aa789caf40a89205b8e32c1bb21efb63d86085ed168c4c8a1ff4b79e17eb2bd63c24545d2408b0be8d23da1382a635a6b3722792c907b7c102fc2ccfce4ca26ce6994e4ae6ca1b6cd8e4d3307dafea56e157f460aa51ab9e3975e529f45ecba075d8eb6336d8e6bd6c67a42868fa10d6214d95f94dc1affa792e3d92bb533239484c57d4f7b5dbcd8678f1ed0f86b29ea357ee3bf5c6015d7b732c8f4244f8f19590bdc3b9d4b8c0d08e596288c798dbb016f8c308a0d3df1b4883b073e52e94cf5e17d37fa808c72da85440663daebba56cd63b22a52e26c7a1ca45bcbd4f5040dfe918d603f42384c1a0dcb4038f0cf0efe4097210f7a794fb7eddf61044b4c94382ca06f6a2d54e2e91bb353a359a89c1aa2402da09647f9fba25765d3009cc39543be21af063eb9d2f53c0759b9eb006fad2d8b57149361f552a5c87ee84818687a7079b87be7c2cb2e4501890baecb32a84473f4c60d8050c831dce2d8165c47bac97e442c38dcec2fe0c4717f8aef410a31dcbe44f749dd6a08004c25b45477351c8c5702593d9e438ef13e38526bf01b89260cde5b510b7d574fc1b9c6c0ee126da0b973c689e7cb1d4d6b4fdb05b470e1783589732039437ad978b4c001be3acf71b9a6bb8a1ffb94804c741a45dc2f7a8ae99d7f6fe6afe7edb7d62664051c84671b3267f839b5d8539d2baeb32c3c43107314fed0e65304bec7ab4efe9fab7540c3cf34cb93e609988fd2d14d67eeb3c0a2810e2769b012d8986b1c97f86e7035e276bf505f6afe0cddf7a294337e3257d40af410b19bc3d260c8318b0fe7f04c9a10be8185378394b5a22a43e128153a5422f5921a3b8c4b91aaa85451f816ca8243ea8a256afab4118a1eabee97dbe9520a4ddc997d6377e110949d1d0ed03672524d836fe9613919e2fadb2410fc5c7367ec57d55916852f528e12d84b45d00a28b805f9559c4faccf66c36ece1900f90832d56950915aa77b3eb95c21d40c4233cf1067cacff82c4def5cb002d5346959337bad55962d2b4a341d5060cbf5016df2913d595e3bdb241ca454bc39ff4acd68fb5000ff8f0e3d1bf58deff5cbfb2038348b2022a35442779971d25f1621cdc53a31953668f1e7c04cc7d2b693db3ac985574575140db686f3f5411689d07f1f8ecf5b443e02e6aad064142a2e7e5eac72204361df317ef021b1054747f030185c0c3c31fd411310ee8d5c977bb6d23a4a911dee5f8f7f9423c85e05ec33492f04c95f48571b8dbb22dc36324803c8eb51cab5d150bd94c507ac038d219e396e57d95503cffef2c8c349fc683feacc57c50cbf1e6f6ee9b23ce1d9f595aa43f25364ab51831ceb197949421fb8775bbbbb413338de12fd6b9af3f8b3c23da2d63160f38fb044052677d8', '2026-11-22 16:32:32.928234+00', '2026-11-22 16:32:33.470181+00');
INSERT INTO public.threads VALUES ('hWmkTbZdA22l9LZrTAQuQfDqSCjz2boT', 'ed15d939-8017-45b5-b220-b036c0010ecc', 'web', '19b1704097ad0cd7f136f877ceb140d2f4cfdab6de75955642ca79919d948f71', false, 'family', 'kingston-richmond', 'fda5e101-85e5-4e98-b69d-a78f857bbc01', 'open', NULL, 1, 3, 1, NULL, NULL, NULL, '2026-11-22 16:32:33.834738+00', '2026-11-22 16:32:34.183682+00');


--
-- Name: sign_in_attempts_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.sign_in_attempts_id_seq', 1, false);


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: account_roles pk_account_roles; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_roles
    ADD CONSTRAINT pk_account_roles PRIMARY KEY (account_id, programme, role);


--
-- Name: accounts pk_accounts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT pk_accounts PRIMARY KEY (id);


--
-- Name: agencies pk_agencies; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agencies
    ADD CONSTRAINT pk_agencies PRIMARY KEY (id);


--
-- Name: alerts pk_alerts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT pk_alerts PRIMARY KEY (id);


--
-- Name: audit_entries pk_audit_entries; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entries
    ADD CONSTRAINT pk_audit_entries PRIMARY KEY (seq);


--
-- Name: button_tokens pk_button_tokens; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.button_tokens
    ADD CONSTRAINT pk_button_tokens PRIMARY KEY (thread_id, token_hash);


--
-- Name: consent_records pk_consent_records; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent_records
    ADD CONSTRAINT pk_consent_records PRIMARY KEY (id);


--
-- Name: data_keys pk_data_keys; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.data_keys
    ADD CONSTRAINT pk_data_keys PRIMARY KEY (id);


--
-- Name: decisions pk_decisions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT pk_decisions PRIMARY KEY (id);


--
-- Name: families pk_families; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.families
    ADD CONSTRAINT pk_families PRIMARY KEY (id);


--
-- Name: family_marks pk_family_marks; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.family_marks
    ADD CONSTRAINT pk_family_marks PRIMARY KEY (family_id, kind, value_index);


--
-- Name: judgements pk_judgements; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.judgements
    ADD CONSTRAINT pk_judgements PRIMARY KEY (id);


--
-- Name: mails pk_mails; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mails
    ADD CONSTRAINT pk_mails PRIMARY KEY (id);


--
-- Name: nominations pk_nominations; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nominations
    ADD CONSTRAINT pk_nominations PRIMARY KEY (id);


--
-- Name: sessions pk_sessions; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT pk_sessions PRIMARY KEY (id);


--
-- Name: sign_in_attempts pk_sign_in_attempts; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_attempts
    ADD CONSTRAINT pk_sign_in_attempts PRIMARY KEY (id);


--
-- Name: thread_messages pk_thread_messages; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.thread_messages
    ADD CONSTRAINT pk_thread_messages PRIMARY KEY (thread_id, n);


--
-- Name: threads pk_threads; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.threads
    ADD CONSTRAINT pk_threads PRIMARY KEY (id);


--
-- Name: accounts uq_accounts_email_index; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT uq_accounts_email_index UNIQUE (email_index);


--
-- Name: agencies uq_agencies_name; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.agencies
    ADD CONSTRAINT uq_agencies_name UNIQUE (name);


--
-- Name: decisions uq_decisions_nomination_id_nomination_version; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT uq_decisions_nomination_id_nomination_version UNIQUE (nomination_id, nomination_version);


--
-- Name: families uq_families_id_programme; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.families
    ADD CONSTRAINT uq_families_id_programme UNIQUE (id, programme);


--
-- Name: mails uq_mails_cause_account_id_template; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mails
    ADD CONSTRAINT uq_mails_cause_account_id_template UNIQUE (cause, account_id, template);


--
-- Name: nominations uq_nominations_id_programme; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nominations
    ADD CONSTRAINT uq_nominations_id_programme UNIQUE (id, programme);


--
-- Name: nominations uq_nominations_reference; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nominations
    ADD CONSTRAINT uq_nominations_reference UNIQUE (reference);


--
-- Name: nominations uq_nominations_thread_id; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nominations
    ADD CONSTRAINT uq_nominations_thread_id UNIQUE (thread_id);


--
-- Name: thread_messages uq_thread_messages_thread_id_delivery_hash; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.thread_messages
    ADD CONSTRAINT uq_thread_messages_thread_id_delivery_hash UNIQUE (thread_id, delivery_hash);


--
-- Name: threads uq_threads_channel_conversation_index; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.threads
    ADD CONSTRAINT uq_threads_channel_conversation_index UNIQUE (channel, conversation_index);


--
-- Name: ix_accounts_agency_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_accounts_agency_id ON public.accounts USING btree (agency_id);


--
-- Name: ix_alerts_acknowledged_at_received_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_alerts_acknowledged_at_received_at ON public.alerts USING btree (acknowledged_at, received_at);


--
-- Name: ix_alerts_thread_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_alerts_thread_id ON public.alerts USING btree (thread_id);


--
-- Name: ix_audit_entries_actor_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_audit_entries_actor_id ON public.audit_entries USING btree (actor_id);


--
-- Name: ix_audit_entries_object_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_audit_entries_object_id ON public.audit_entries USING btree (object_id);


--
-- Name: ix_audit_entries_programme; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_audit_entries_programme ON public.audit_entries USING btree (programme);


--
-- Name: ix_consent_records_nomination_id_n; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_consent_records_nomination_id_n ON public.consent_records USING btree (nomination_id, n);


--
-- Name: ix_family_marks_programme_kind_value_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_family_marks_programme_kind_value_index ON public.family_marks USING btree (programme, kind, value_index);


--
-- Name: ix_judgements_nomination_id_n; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX ix_judgements_nomination_id_n ON public.judgements USING btree (nomination_id, n);


--
-- Name: ix_mails_sent_at_next_try_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mails_sent_at_next_try_at ON public.mails USING btree (sent_at, next_try_at);


--
-- Name: ix_nominations_account_id_received_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_nominations_account_id_received_at ON public.nominations USING btree (account_id, received_at);


--
-- Name: ix_nominations_programme_status_due_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_nominations_programme_status_due_at ON public.nominations USING btree (programme, status, due_at);


--
-- Name: ix_sessions_account_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sessions_account_id ON public.sessions USING btree (account_id);


--
-- Name: ix_sessions_expires_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sessions_expires_at ON public.sessions USING btree (expires_at);


--
-- Name: ix_sign_in_attempts_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sign_in_attempts_at ON public.sign_in_attempts USING btree (at);


--
-- Name: ix_sign_in_attempts_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_sign_in_attempts_subject ON public.sign_in_attempts USING btree (subject);


--
-- Name: ix_threads_account_id_page_created_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_threads_account_id_page_created_at ON public.threads USING btree (account_id, page, created_at);


--
-- Name: ix_threads_state_touched_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_threads_state_touched_at ON public.threads USING btree (state, touched_at);


--
-- Name: audit_entries audit_entries_no_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_entries_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION public.audit_entries_keep();


--
-- Name: account_roles fk_account_roles_account_id_accounts; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_roles
    ADD CONSTRAINT fk_account_roles_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: accounts fk_accounts_agency_id_agencies; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.accounts
    ADD CONSTRAINT fk_accounts_agency_id_agencies FOREIGN KEY (agency_id) REFERENCES public.agencies(id);


--
-- Name: alerts fk_alerts_acknowledged_by_accounts; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_acknowledged_by_accounts FOREIGN KEY (acknowledged_by) REFERENCES public.accounts(id);


--
-- Name: alerts fk_alerts_data_key_id_data_keys; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_data_key_id_data_keys FOREIGN KEY (data_key_id) REFERENCES public.data_keys(id);


--
-- Name: alerts fk_alerts_thread_id_threads; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alerts
    ADD CONSTRAINT fk_alerts_thread_id_threads FOREIGN KEY (thread_id) REFERENCES public.threads(id);


--
-- Name: button_tokens fk_button_tokens_thread_id_threads; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.button_tokens
    ADD CONSTRAINT fk_button_tokens_thread_id_threads FOREIGN KEY (thread_id) REFERENCES public.threads(id);


--
-- Name: consent_records fk_consent_records_nomination_id_programme_nominations; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent_records
    ADD CONSTRAINT fk_consent_records_nomination_id_programme_nominations FOREIGN KEY (nomination_id, programme) REFERENCES public.nominations(id, programme);


--
-- Name: decisions fk_decisions_decider_id_accounts; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT fk_decisions_decider_id_accounts FOREIGN KEY (decider_id) REFERENCES public.accounts(id);


--
-- Name: decisions fk_decisions_nomination_id_programme_nominations; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.decisions
    ADD CONSTRAINT fk_decisions_nomination_id_programme_nominations FOREIGN KEY (nomination_id, programme) REFERENCES public.nominations(id, programme);


--
-- Name: families fk_families_data_key_id_data_keys; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.families
    ADD CONSTRAINT fk_families_data_key_id_data_keys FOREIGN KEY (data_key_id) REFERENCES public.data_keys(id);


--
-- Name: family_marks fk_family_marks_family_id_programme_families; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.family_marks
    ADD CONSTRAINT fk_family_marks_family_id_programme_families FOREIGN KEY (family_id, programme) REFERENCES public.families(id, programme);


--
-- Name: judgements fk_judgements_account_id_accounts; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.judgements
    ADD CONSTRAINT fk_judgements_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id);


--
-- Name: judgements fk_judgements_nomination_id_programme_nominations; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.judgements
    ADD CONSTRAINT fk_judgements_nomination_id_programme_nominations FOREIGN KEY (nomination_id, programme) REFERENCES public.nominations(id, programme);


--
-- Name: mails fk_mails_account_id_accounts; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mails
    ADD CONSTRAINT fk_mails_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id);


--
-- Name: nominations fk_nominations_account_id_accounts; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nominations
    ADD CONSTRAINT fk_nominations_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id);


--
-- Name: nominations fk_nominations_data_key_id_data_keys; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nominations
    ADD CONSTRAINT fk_nominations_data_key_id_data_keys FOREIGN KEY (data_key_id) REFERENCES public.data_keys(id);


--
-- Name: nominations fk_nominations_family_id_programme_families; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nominations
    ADD CONSTRAINT fk_nominations_family_id_programme_families FOREIGN KEY (family_id, programme) REFERENCES public.families(id, programme);


--
-- Name: nominations fk_nominations_thread_id_threads; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.nominations
    ADD CONSTRAINT fk_nominations_thread_id_threads FOREIGN KEY (thread_id) REFERENCES public.threads(id);


--
-- Name: sessions fk_sessions_account_id_accounts; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT fk_sessions_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id) ON DELETE CASCADE;


--
-- Name: thread_messages fk_thread_messages_thread_id_threads; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.thread_messages
    ADD CONSTRAINT fk_thread_messages_thread_id_threads FOREIGN KEY (thread_id) REFERENCES public.threads(id);


--
-- Name: threads fk_threads_account_id_accounts; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.threads
    ADD CONSTRAINT fk_threads_account_id_accounts FOREIGN KEY (account_id) REFERENCES public.accounts(id);


--
-- Name: threads fk_threads_data_key_id_data_keys; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.threads
    ADD CONSTRAINT fk_threads_data_key_id_data_keys FOREIGN KEY (data_key_id) REFERENCES public.data_keys(id);


--
-- PostgreSQL database dump complete
--

\unrestrict aIB9m5KQmteV4nJmC4z9ofrCPejhdkd4wbZ9PdzmrEtD44mepebwQzrSPSfJyG9

